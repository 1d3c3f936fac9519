using System.Text;

namespace JobWise.Llm;

/// <summary>Reads a typed value out of what a model wrote, mending in a fixed order what models are known to get wrong.</summary>
internal static class JsonAnswerReader
{
    // What JSON itself allows around a value; anything else around it is reported.
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    // To replace what cannot be written in UTF-8 would be a change that nobody reports.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonAnswer<T> Read<T>(string text, JsonAnswerSchema schema)
    {
        try
        {
            var trimmed = text.Trim(Space);
            var whole = ReadWhole<T>(trimmed, schema);
            return whole.Error is null || whole.IsWellFormed ? whole : Search<T>(trimmed, schema);
        }
        catch (EncoderFallbackException)
        {
            return new() { Error = JsonErrorText.HalfCharacter };
        }
    }

    private static JsonAnswer<T> ReadWhole<T>(string text, JsonAnswerSchema schema) =>
        JsonValueReader.Read<T>(Strict.GetBytes(text), schema);

    private static JsonAnswer<T> Search<T>(string text, JsonAnswerSchema schema)
    {
        List<string> repairs = [];
        var rest = ReasoningTags.Drop(text, repairs).Trim(Space);
        if (CodeFence.Find(rest) is { } fence)
        {
            repairs.Add(JsonRepairs.CodeFence);
            var inside = fence.Inside.Trim(Space);
            rest = fence.WithoutEnd.Trim(Space);
            if (ReadWhole<T>(inside, schema) is { Error: null } fenced && JsonScanner.Find(Strict.GetBytes(rest)).Count <= 1)
            {
                return fenced with { Repairs = [.. repairs, .. fenced.Repairs] };
            }
        }
        else if (repairs.Count > 0 && ReadWhole<T>(rest, schema) is { IsWellFormed: true } whole)
        {
            return whole with { Repairs = [.. repairs, .. whole.Repairs] };
        }

        return JsonPieces.Choose<T>(Strict.GetBytes(rest), schema, repairs);
    }
}
