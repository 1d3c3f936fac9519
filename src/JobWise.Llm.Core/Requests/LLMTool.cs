using System.Text.Json;

namespace JobWise.Llm;

/// <summary>A function that the model may ask the caller to run.</summary>
public sealed record LLMTool
{
    /// <summary>Letters, digits, underscores and dashes, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>What the tool is good for, in words for the model.</summary>
    public string? Description { get; init; }

    /// <summary>The JSON schema of the arguments; null is a tool without arguments.</summary>
    public JsonElement? Parameters { get; init; }

    /// <summary>Whether the provider is asked to guarantee that the arguments follow the schema.</summary>
    public bool Strict { get; init; }
}
