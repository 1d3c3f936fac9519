using System.Text.Json;

namespace JobWise.Llm;

/// <summary>The form in which the model must answer.</summary>
public sealed record LLMResponseFormat
{
    private LLMResponseFormat()
    {
    }

    /// <summary>Free text; the same as no format.</summary>
    public static LLMResponseFormat Text { get; } = new() { Kind = LLMResponseFormatKind.Text };

    /// <summary>Any JSON object. OpenAI and Groq refuse it unless a message holds the word "json"; the provider adds it.</summary>
    public static LLMResponseFormat JsonObject { get; } = new() { Kind = LLMResponseFormatKind.JsonObject };

    /// <summary>Which of the three forms this is.</summary>
    public LLMResponseFormatKind Kind { get; private init; }

    /// <summary>The JSON schema of the answer; set for <see cref="LLMResponseFormatKind.JsonSchema"/> only.</summary>
    public JsonElement? Schema { get; private init; }

    /// <summary>The schema's name: letters, digits, underscores and dashes, at most 64.</summary>
    public string? SchemaName { get; private init; }

    /// <summary>Whether the provider is asked to guarantee the schema; a provider that cannot steps down and says so in the warnings.</summary>
    public bool Strict { get; private init; }

    /// <summary>JSON that follows a schema.</summary>
    /// <param name="schema">The root must be an object schema.</param>
    /// <param name="name">Letters, digits, underscores and dashes, at most 64.</param>
    /// <param name="strict">Whether to ask for constrained decoding where the model has it.</param>
    public static LLMResponseFormat JsonSchema(JsonElement schema, string name = "answer", bool strict = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Kind = LLMResponseFormatKind.JsonSchema, Schema = schema, SchemaName = name, Strict = strict };
    }
}
