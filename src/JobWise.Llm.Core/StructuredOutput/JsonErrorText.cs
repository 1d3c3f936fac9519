using System.Text.Json;

namespace JobWise.Llm;

/// <summary>Names the place and the kind of an error, never the content, which may be private.</summary>
internal static class JsonErrorText
{
    public const string HalfCharacter = "It cannot be read: a name or a text in it has half of a character.";

    public static string Of(Exception exception) => exception switch
    {
        JsonException json => Describe(json),
        InvalidOperationException => HalfCharacter,
        _ => $"The type refused it with {exception.GetType().Name}.",
    };

    private static string Describe(JsonException exception)
    {
        var place = exception.Path is { Length: > 1 } path ? $" at {path}" : string.Empty;
        var line = exception.LineNumber is { } number ? $" (line {number + 1}, byte {exception.BytePositionInLine + 1})" : string.Empty;
        return exception.Message switch
        {
            var message when message.Contains("missing required properties", StringComparison.Ordinal) => FirstSentence(message),
            var message when message.Contains("null values", StringComparison.Ordinal) => $"It is null{place}{line} where a value is needed.",
            var message when message.Contains("Duplicate property", StringComparison.Ordinal) => $"A member is there twice{place}.",
            _ when exception.Path == "$" => "It is JSON of another type than was asked for.",
            _ => $"It cannot be read{place}{line}.",
        };
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
