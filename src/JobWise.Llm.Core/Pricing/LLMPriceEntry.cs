namespace JobWise.Llm;

/// <summary>
/// One price as data. The shipped file and <see cref="LLMCatalogOptions.Prices"/> have this shape. In the options, a property that is not set
/// keeps what the shipped price of the same provider, model and day says.
/// </summary>
public sealed class LLMPriceEntry : LLMRateEntry
{
    /// <summary>The vendor, such as <c>groq</c>, without regard to case. Required.</summary>
    public string? Provider { get; set; }

    /// <summary>The model's id, with regard to case. Required.</summary>
    public string? Model { get; set; }

    /// <summary>The first day of the price. Not set: changes every known price of the model, or holds on all days if there is none.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Other prices for long prompts. Replaces the known list as a whole.</summary>
    public List<LLMPriceSizeEntry>? SizeTiers { get; set; }

    /// <summary>What a batch costs of the price, such as 0.5.</summary>
    public decimal? BatchFactor { get; set; }

    /// <summary>Whether cached input is cheaper in a batch as well. Null means unknown: such a call has no price.</summary>
    public bool? CacheStacksWithBatch { get; set; }

    /// <summary>What a service tier costs of the price, such as 2 for <c>priority</c>. Replaces the known list as a whole.</summary>
    public Dictionary<string, decimal>? ServiceTierFactors { get; set; }

    /// <summary>Where the figures come from. In the shipped file, a key of its list of sources.</summary>
    public string? Source { get; set; }
}
