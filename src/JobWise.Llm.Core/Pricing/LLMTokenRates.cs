using System.Collections.ObjectModel;

namespace JobWise.Llm;

/// <summary>Prices in US dollars per million tokens. Null means unknown, never free.</summary>
public sealed record LLMTokenRates
{
    /// <summary>Input that came neither from nor into the provider's prompt cache.</summary>
    public decimal? Input { get; init; }

    /// <summary>Output, reasoning included unless <see cref="Reasoning"/> is set.</summary>
    public decimal? Output { get; init; }

    /// <summary>The part of the output that the model spent on reasoning; null where it costs what other output costs, as at most vendors.</summary>
    public decimal? Reasoning { get; init; }

    /// <summary>Input read from the provider's prompt cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>Input written to the provider's prompt cache where the kind of the entry is not told.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>Input written to the provider's prompt cache by its lifetime, such as <c>5m</c> and <c>1h</c>; empty where there is one kind.</summary>
    public IReadOnlyDictionary<string, decimal> CacheWriteByKind { get; init; } = ReadOnlyDictionary<string, decimal>.Empty;
}
