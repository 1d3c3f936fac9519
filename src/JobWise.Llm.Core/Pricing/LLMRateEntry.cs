namespace JobWise.Llm;

/// <summary>Prices in US dollars per million tokens as data. Null means unknown, or unchanged when it is laid over a known price.</summary>
public abstract class LLMRateEntry
{
    private protected LLMRateEntry()
    {
    }

    /// <summary>Input that came neither from nor into the provider's prompt cache.</summary>
    public decimal? Input { get; set; }

    /// <summary>Output, reasoning included unless <see cref="Reasoning"/> is set.</summary>
    public decimal? Output { get; set; }

    /// <summary>The part of the output that the model spent on reasoning, where it has a price of its own.</summary>
    public decimal? Reasoning { get; set; }

    /// <summary>Input read from the provider's prompt cache.</summary>
    public decimal? CachedInput { get; set; }

    /// <summary>Input written to the provider's prompt cache where the kind of the entry is not told.</summary>
    public decimal? CacheWrite { get; set; }

    /// <summary>Input written to the provider's prompt cache by its lifetime, such as <c>5m</c> and <c>1h</c>.</summary>
    public Dictionary<string, decimal>? CacheWriteByKind { get; set; }
}
