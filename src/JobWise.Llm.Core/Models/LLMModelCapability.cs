using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Something a model can do. Any string is valid, so that data may name what this version does not know.</summary>
[JsonConverter(typeof(LLMModelCapabilityJsonConverter))]
public readonly record struct LLMModelCapability
{
    private readonly string? _value;

    /// <summary>Takes a capability as the catalogue spells it.</summary>
    /// <param name="value">Lower case with underscores.</param>
    public LLMModelCapability(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Chat completions.</summary>
    public static LLMModelCapability Chat { get; } = new("chat");

    /// <summary>Answers in pieces.</summary>
    public static LLMModelCapability Streaming { get; } = new("streaming");

    /// <summary>Any JSON object on demand.</summary>
    public static LLMModelCapability JsonObject { get; } = new("json_object");

    /// <summary>JSON by a schema, best effort.</summary>
    public static LLMModelCapability JsonSchema { get; } = new("json_schema");

    /// <summary>JSON by a schema, guaranteed by constrained decoding.</summary>
    public static LLMModelCapability StrictJsonSchema { get; } = new("strict_json_schema");

    /// <summary>Tool calls.</summary>
    public static LLMModelCapability Tools { get; } = new("tools");

    /// <summary>Images in the prompt.</summary>
    public static LLMModelCapability Vision { get; } = new("vision");

    /// <summary>Reasoning with an effort that can be set.</summary>
    public static LLMModelCapability Reasoning { get; } = new("reasoning");

    /// <summary>Cached prompt prefixes at a lower price.</summary>
    public static LLMModelCapability PromptCaching { get; } = new("prompt_caching");

    /// <summary>The batch API.</summary>
    public static LLMModelCapability Batch { get; } = new("batch");

    /// <summary>As the catalogue spells it; a default instance is <c>chat</c>.</summary>
    public string Value => _value ?? "chat";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
