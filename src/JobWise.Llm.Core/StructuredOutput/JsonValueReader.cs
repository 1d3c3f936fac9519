using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>Reads a text that is JSON and nothing else into a type.</summary>
internal static class JsonValueReader
{
    public static JsonAnswer<T> Read<T>(ReadOnlySpan<byte> json, JsonAnswerSchema schema)
    {
        if (!schema.IsWrapped && ReadClean(json, schema.ReaderOf<T>()) is { } clean)
        {
            return clean;
        }

        try
        {
            using var document = JsonSyntax.Parse(json.ToArray(), out var repairs);
            var answer = ReadRoot<T>(document.RootElement, schema);
            return answer with { Repairs = [.. repairs, .. answer.Repairs], IsWellFormed = true };
        }
        catch (JsonException exception)
        {
            return new() { Error = JsonErrorText.Of(exception) };
        }
    }

    /// <summary>The usual case, without a document in between; null when anything is wrong.</summary>
    private static JsonAnswer<T>? ReadClean<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var value = JsonSerializer.Deserialize(ref reader, typeInfo);
            return value is null || reader.Read() ? null : new() { Value = value, IsWellFormed = true };
        }
        catch (Exception) // The second reading finds out what it is, and lets nothing escape.
        {
            return null;
        }
    }

    private static JsonAnswer<T> ReadRoot<T>(JsonElement root, JsonAnswerSchema schema)
    {
        var typeInfo = schema.ReaderOf<T>();
        var inner = schema.IsWrapped ? FindWrapped(root) : null;
        var answer = ReadElement(inner ?? root, typeInfo);
        if (answer.Error is null)
        {
            return schema.IsWrapped && inner is null ? answer with { Repairs = [JsonRepairs.BareValue] } : answer;
        }

        // A dictionary may have a member of that name itself.
        return (inner is null ? null : Mended(ReadElement(root, typeInfo), JsonRepairs.BareValue))
            ?? (JsonListMend.ToList(inner ?? root, typeInfo) is { } list ? Mended(ReadText(list, typeInfo), JsonRepairs.SingleValue) : null)
            ?? (JsonListMend.FromList(inner ?? root, typeInfo) is { } one ? Mended(ReadElement(one, typeInfo), JsonRepairs.ListOfOne) : null)
            ?? answer;
    }

    private static JsonAnswer<T>? Mended<T>(JsonAnswer<T> answer, string repair) =>
        answer.Error is null ? answer with { Repairs = [repair] } : null;

    private static JsonElement? FindWrapped(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            foreach (var member in root.EnumerateObject())
            {
                if (string.Equals(member.Name, JsonAnswerSchema.WrappedMember, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // A name with half of a character. Reading the whole says so.
        }

        return null;
    }

    private static JsonAnswer<T> ReadText<T>(string json, JsonTypeInfo<T> typeInfo)
    {
        using var document = JsonDocument.Parse(json);
        return ReadElement(document.RootElement, typeInfo);
    }

    private static JsonAnswer<T> ReadElement<T>(JsonElement element, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            return element.Deserialize(typeInfo) is { } value ? new() { Value = value } : new() { Error = "It is null where a value is needed." };
        }
        catch (Exception exception) // The type's own constructors, setters and converters run here; to the model each is a value that does not fit.
        {
            return new() { Error = JsonErrorText.Of(exception) };
        }
    }
}
