using System.Collections.ObjectModel;

namespace JobWise.Llm;

/// <summary>What a model costs from a day on, until the next price of the same model.</summary>
public sealed record LLMPrice
{
    /// <summary>The vendor.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's main id.</summary>
    public required string Model { get; init; }

    /// <summary>The first day for which a source gives this price; null for a first price whose day no source gives.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The prices of requests in no size tier.</summary>
    public required LLMTokenRates Rates { get; init; }

    /// <summary>The prices of long prompts, the longest first.</summary>
    public IReadOnlyList<LLMPriceSizeTier> SizeTiers { get; init; } = [];

    /// <summary>What a batch costs of the price, such as 0.5; null when unknown.</summary>
    public decimal? BatchFactor { get; init; }

    /// <summary>Whether cached input is cheaper in a batch as well; null when unknown.</summary>
    public bool? CacheStacksWithBatch { get; init; }

    /// <summary>What a service tier other than the standard ones costs of the price; a tier that is missing has no known price.</summary>
    public IReadOnlyDictionary<string, decimal> ServiceTierFactors { get; init; } = ReadOnlyDictionary<string, decimal>.Empty;

    /// <summary>Where the figures come from; null for an entry of the user that does not say.</summary>
    public string? Source { get; init; }

    /// <summary>The prices of a request with a prompt of this length.</summary>
    /// <param name="promptTokens">All input tokens, cached ones included.</param>
    public LLMTokenRates RatesFor(int promptTokens) =>
        SizeTiers.Count == 0 ? Rates : SizeTiers.FirstOrDefault(tier => promptTokens > tier.PromptAbove)?.Rates ?? Rates;
}
