using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>Reads a typed value out of what a model wrote, mending in a fixed order what models are known to get wrong.</summary>
internal static class JsonAnswerReader
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonAnswer<T> Read<T>(string text, JsonTypeInfo<T> typeInfo, bool isWrapped)
    {
        List<string> repairs = [];
        var json = JsonAnswerText.Extract(text, repairs);
        if (json.Length == 0)
        {
            return new JsonAnswer<T> { Error = "There is no JSON in it." };
        }

        var strict = Parse(json, default, typeInfo, isWrapped);
        if (strict.Error is not null && Parse(json, Lenient, typeInfo, isWrapped) is { Error: null } mended)
        {
            return mended with { Repairs = [.. repairs, "trailing_comma"] };
        }

        return strict with { Repairs = repairs };
    }

    private static JsonAnswer<T> Parse<T>(string json, JsonReaderOptions readerOptions, JsonTypeInfo<T> typeInfo, bool isWrapped)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), readerOptions);
            var value = isWrapped ? Unwrap(ref reader, typeInfo) : JsonSerializer.Deserialize(ref reader, typeInfo);
            return value is null
                ? new JsonAnswer<T> { Error = "It is null where a value is needed." }
                : new JsonAnswer<T> { Value = value };
        }
        catch (JsonException exception)
        {
            return new JsonAnswer<T> { Error = Describe(exception) };
        }
        catch (InvalidOperationException) when (isWrapped)
        {
            // Looking for the member "value" reads the names, which may hold half of a character.
            return new JsonAnswer<T> { Error = "It cannot be read: a name in it has half of a character." };
        }
    }

    private static T? Unwrap<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> typeInfo)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var isWrapped = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(JsonAnswerSchema.WrappedMember, out _);
        return (isWrapped ? root.GetProperty(JsonAnswerSchema.WrappedMember) : root).Deserialize(typeInfo);
    }

    /// <summary>Names the place and the kind of error, never the content, which may be private.</summary>
    private static string Describe(JsonException exception)
    {
        var place = exception.Path is { Length: > 1 } path ? $" at {path}" : string.Empty;
        var line = exception.LineNumber is { } number ? $" (line {number + 1}, byte {exception.BytePositionInLine + 1})" : string.Empty;
        return exception.Message switch
        {
            var message when message.Contains("missing required properties", StringComparison.Ordinal) => FirstSentence(message),
            var message when message.Contains("null values", StringComparison.Ordinal) => $"It is null{place}{line} where a value is needed.",
            _ => $"It cannot be read{place}{line}.",
        };
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
