using System.Buffers;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>Parses JSON that may have trailing commas and comments, and gives it back without.</summary>
internal static class JsonSyntax
{
    private static readonly (bool Commas, bool Comments, string[] Repairs)[] Leniencies =
    [
        (true, false, [JsonRepairs.TrailingComma]),
        (false, true, [JsonRepairs.Comment]),
        (true, true, [JsonRepairs.TrailingComma, JsonRepairs.Comment]),
    ];

    /// <exception cref="JsonException">It is no JSON, not even with the leniencies; the position is that of the strict reader.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, out string[] repairs)
    {
        repairs = [];
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            foreach (var (commas, comments, mends) in Leniencies)
            {
                if (TryParse(json, commas, comments) is { } document)
                {
                    repairs = mends;
                    return document;
                }
            }

            throw;
        }
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> json, bool commas, bool comments)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = commas,
            CommentHandling = comments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        };
        try
        {
            using var document = JsonDocument.Parse(json, options);
            return JsonDocument.Parse(Rewrite(document.RootElement));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is half a character in a string, which cannot be written.
            return null;
        }
    }

    // An element keeps the text it was read from, commas and comments included, and a caller may ask for that text.
    private static ReadOnlyMemory<byte> Rewrite(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            root.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }
}
