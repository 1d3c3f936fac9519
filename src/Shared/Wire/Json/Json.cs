using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Lenient reading: servers send numbers as strings, null for empty, and types of their own. The reader stands on the value.</summary>
internal static class Json
{
    /// <summary>Starts on an object's members; a value that is no object is passed over.</summary>
    public static bool IsObject(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject);

    /// <summary>Starts on an array's items; a value that is no array is passed over.</summary>
    public static bool IsArray(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartArray);

    /// <summary>Moves to the next member's name; false at the object's end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the next item; false at the array's end.</summary>
    public static bool NextItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the name the reader stands on is this one; if so, the reader moves on to its value.</summary>
    public static bool Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    /// <summary>Passes over the value of the member whose name the reader stands on.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>A string, or a number or Boolean in its own spelling; null for null, objects and arrays.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>A string in whole, or any other value as its JSON text; null for null.</summary>
    public static string? TextOrRaw(ref Utf8JsonReader reader, ReadOnlySpan<byte> source)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return Text(ref reader);
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(source[start..(int)reader.BytesConsumed]);
    }

    /// <summary>A count; null for anything that is none, so that a negative or absurd figure is unknown rather than wrong.</summary>
    public static int? Count(ref Utf8JsonReader reader) =>
        Number(ref reader) is { } number and >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>Seconds as a time; null for anything that is none.</summary>
    public static TimeSpan? Seconds(ref Utf8JsonReader reader) =>
        Number(ref reader) is { } number and >= 0 and <= 86_400 ? Hints.Exact(number) : null;

    private static double? Number(ref Utf8JsonReader reader) =>
        double.TryParse(Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType start)
    {
        if (reader.TokenType == start)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
