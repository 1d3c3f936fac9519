using System.Text.Json;

namespace JobWise.Llm;

/// <summary>
/// Finds the JSON in a text of any kind. A piece that goes wrong is passed over as a whole: what stands inside it is not the answer, even
/// where it can be read.
/// </summary>
internal static class JsonScanner
{
    /// <summary>Far more brackets than prose has; a text of nothing else must not cost time that grows with its square.</summary>
    private const int MostStarts = 200;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static List<JsonPiece> Find(ReadOnlySpan<byte> text)
    {
        List<JsonPiece> pieces = [];
        var at = 0;
        for (var starts = 0; text[at..].IndexOfAny((byte)'{', (byte)'[') is >= 0 and var offset; starts++)
        {
            var start = at + offset;
            if (starts == MostStarts)
            {
                pieces.Add(new(start, text.Length, JsonPieceState.Broken));
                break;
            }

            var piece = ReadFrom(text, start);
            if (piece is { } found)
            {
                pieces.Add(found);
            }

            at = piece?.End ?? EndOf(text, start) ?? start + 1;
        }

        return pieces;
    }

    /// <summary>Null for a bracket of prose.</summary>
    private static JsonPiece? ReadFrom(ReadOnlySpan<byte> text, int start)
    {
        var reader = new Utf8JsonReader(text[start..], isFinalBlock: false, new JsonReaderState(Lenient));
        var tokens = 0;
        try
        {
            while (reader.Read())
            {
                tokens++;
                if (reader.CurrentDepth == 0 && tokens > 1)
                {
                    return new(start, start + (int)reader.BytesConsumed, JsonPieceState.Whole);
                }
            }

            return new(start, text.Length, JsonPieceState.Cut);
        }
        catch (JsonException)
        {
            return tokens > 1 || BeginsLikeObject(text[start..])
                ? new(start, EndOf(text, start) ?? text.Length, JsonPieceState.Broken)
                : null;
        }
    }

    private static bool BeginsLikeObject(ReadOnlySpan<byte> text) => text[0] == '{' && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..];

    /// <summary>The offset behind the bracket that closes the one at the start; null when none does.</summary>
    private static int? EndOf(ReadOnlySpan<byte> text, int start)
    {
        var depth = 0;
        var isString = false;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\' when isString:
                    i++;
                    break;
                case (byte)'"':
                    isString = !isString;
                    break;
                case (byte)'{' or (byte)'[' when !isString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !isString:
                    depth--;
                    if (depth == 0)
                    {
                        return i + 1;
                    }

                    break;
            }
        }

        return null;
    }
}
