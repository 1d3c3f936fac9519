using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Features;

/// <summary>One row of the feature table: what is asked for, and how it is seen that it was done.</summary>
internal sealed record Feature
{
    /// <summary>As in the table.</summary>
    public required string Name { get; init; }

    /// <summary>Adds what is asked for to a plain request.</summary>
    public Func<LLMRequest, LLMRequest> Ask { get; init; } = static request => request;

    /// <summary>The option that a warning would name; null where none can.</summary>
    public string? Option { get; init; }

    /// <summary>Whether the request as it was sent asks for it, in the vendor's own form.</summary>
    public Func<JsonNode, bool> IsSent { get; init; } = static _ => true;

    /// <summary>Whether the answer brings it.</summary>
    public Func<LLMResponse, bool> IsAnswered { get; init; } = static _ => true;

    public bool Streams { get; init; }

    /// <summary>A port beside <see cref="ILLMService"/> that the provider must have; null for a feature of a call.</summary>
    public Type? Port { get; init; }
}
