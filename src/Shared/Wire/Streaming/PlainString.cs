using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace JobWise.Llm.Wire;

/// <summary>Reads one JSON string where a chunk must have one.</summary>
internal static class PlainString
{
    // What ends a string or needs a closer look: the quote, the backslash, and the control characters, which JSON forbids.
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(code => (byte)code)]);

    /// <summary>Reads the string that <paramref name="json"/> starts with.</summary>
    /// <param name="json">Starts with the opening quote.</param>
    /// <param name="text">The string's value.</param>
    /// <param name="length">The bytes it takes, its quotes included.</param>
    /// <returns>False when it is no valid string; the full reader then finds out why.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out string text, out int length)
    {
        var end = json[1..].IndexOfAny(Special) + 1;
        if (end > 0 && json[end] == '"')
        {
            var bytes = json[1..end];
            length = end + 1;
            text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : string.Empty;
            return text.Length > 0 || bytes.IsEmpty;
        }

        return TryReadEscaped(json, out text, out length);
    }

    /// <summary>The bytes that a string without escapes takes, its quotes included; 0 when it is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> json)
    {
        var end = json[1..].IndexOfAny(Special) + 1;
        return end > 0 && json[end] == '"' ? end + 1 : 0;
    }

    private static bool TryReadEscaped(ReadOnlySpan<byte> json, out string text, out int length)
    {
        (text, length) = (string.Empty, 0);
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            if (!reader.Read())
            {
                return false;
            }

            (text, length) = (reader.GetString()!, (int)reader.BytesConsumed);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A control character or a broken escape, or half of a character.
            return false;
        }
    }
}
