using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The canonical form of a JSON value: its tokens, whatever the white space and the escapes. The order of members stays, since models answer in
/// the order of the schema's.
/// </summary>
internal static class JsonForm
{
    private const byte End = 0;
    private const byte AsText = 1;
    private const byte AsSpelt = 2;

    private static readonly JsonReaderOptions Lenient =
        new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void Write(FormHasher hasher, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined } element)
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element), Lenient);
            while (reader.Read())
            {
                Write(hasher, ref reader);
            }
        }

        hasher.Write(End);
    }

    private static void Write(FormHasher hasher, ref Utf8JsonReader reader)
    {
        hasher.Write((byte)reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName or JsonTokenType.String when reader.ValueIsEscaped:
                WriteUnescaped(hasher, ref reader);
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String or JsonTokenType.Number:
                hasher.Write(AsText);
                hasher.Write(reader.ValueSpan);
                break;
        }
    }

    private static void WriteUnescaped(FormHasher hasher, ref Utf8JsonReader reader)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var length = reader.CopyString(buffer.AsSpan());
            hasher.Write(AsText);
            hasher.Write(buffer.AsSpan(0, length));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no text; its spelling stands for it.
            hasher.Write(AsSpelt);
            hasher.Write(reader.ValueSpan);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
