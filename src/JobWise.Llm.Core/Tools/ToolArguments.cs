using System.Text.Json;

namespace JobWise.Llm;

/// <summary>Reads the arguments that a model wrote and runs the code with them; wrong ones are told to the model.</summary>
internal static class ToolArguments
{
    public static async Task<ToolOutcome> RunAsync(
        string arguments, Func<JsonElement, CancellationToken, Task<string>> run, CancellationToken cancellationToken)
    {
        if (Parse(arguments) is not { } element)
        {
            return Refuse("They are no JSON object.");
        }

        return new(await run(element, cancellationToken).ConfigureAwait(false));
    }

    public static async Task<ToolOutcome> RunAsync<T>(
        string arguments, JsonAnswerSchema schema, Func<T, CancellationToken, Task<string>> run, CancellationToken cancellationToken)
    {
        var answer = JsonAnswerReader.Read<T>(OrEmpty(arguments), schema);
        if (answer.Error is { } error)
        {
            return Refuse(error);
        }

        var broken = schema.Annotations.Check(answer.Value!);
        return broken.Count > 0
            ? Refuse(string.Join(' ', broken.Take(3)))
            : new(await run(answer.Value!, cancellationToken).ConfigureAwait(false));
    }

    private static ToolOutcome Refuse(string why) => new($"The arguments cannot be used. {why} Call the tool again with arguments that follow its schema.", IsFailure: true);

    private static JsonElement? Parse(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(OrEmpty(arguments));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null; // The latter is half of a character.
        }
    }

    // Some models write nothing for a tool without arguments.
    private static string OrEmpty(string arguments) => string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments;
}
