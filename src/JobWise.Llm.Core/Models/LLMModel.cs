namespace JobWise.Llm;

/// <summary>A model as the catalogue or the provider describes it. Null means unknown.</summary>
public sealed record LLMModel
{
    /// <summary>The id that requests name.</summary>
    public required string Id { get; init; }

    /// <summary>The vendor; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The most tokens of prompt and answer together.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>The most tokens of one answer.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The published generation speed in tokens per second.</summary>
    public int? TokensPerSecond { get; init; }

    /// <summary>What the model can do; empty when unknown.</summary>
    public IReadOnlyList<LLMModelCapability> Capabilities { get; init; } = [];

    /// <summary>Whether the vendor has announced or carried out the model's end; null when it has not.</summary>
    public LLMModelRetirement? Retirement { get; init; }

    /// <summary>What it costs today; null when the price book has no price, or where nobody joined it: the catalogue alone has none.</summary>
    public LLMPrice? Price { get; init; }

    /// <summary>Where these figures come from; null when the provider's own list gave them or nobody says.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the model can no longer be called on that day.</summary>
    /// <param name="day">In UTC.</param>
    public bool IsRetiredOn(DateOnly day) => Retirement is { } end && (end.RetiredOn is not { } date || date <= day);

    /// <summary>Whether the model is known to have a capability.</summary>
    /// <param name="capability">The capability asked for.</param>
    public bool Can(LLMModelCapability capability) => Capabilities.Contains(capability);
}
