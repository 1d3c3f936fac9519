using System.Globalization;

namespace JobWise.Llm;

/// <summary>Prices one call by one price; what is missing becomes the reason of an unknown cost.</summary>
internal static class CallPricer
{
    private const decimal Million = 1_000_000m;

    public static LLMCost Price(LLMPrice price, LLMPricedCall call, LLMUsage usage, bool isStandardTier)
    {
        if (Incomplete(usage) is { } gap)
            return LLMCost.Unknown($"The answer of '{call.Model}' ({call.Provider}) {gap}.");
        if (FactorOf(price, call, isStandardTier, out var factor) is { } noFactor)
            return LLMCost.Unknown(Missing(price, noFactor));
        if (call.IsBatch && usage.CachedTokens > 0 && price.CacheStacksWithBatch is null)
            return LLMCost.Unknown(Missing(price, "cached input tokens in a batch"));
        var cacheIsCheaper = !call.IsBatch || price.CacheStacksWithBatch == true;
        var lines = Bill.Lines(price.RatesFor(usage.PromptTokens!.Value), call, usage, cacheIsCheaper).Where(line => line.Tokens != 0).ToList();
        if (lines.Find(line => line.PerMillion is null) is { What: not null } unpriced)
            return LLMCost.Unknown(Missing(price, unpriced.What));
        return new LLMCost
        {
            Usd = lines.Sum(line => line.Tokens * line.PerMillion!.Value) * factor / Million,
            PriceValidFrom = price.ValidFrom,
            IsEstimated = usage.IsEstimated,
        };
    }

    private static string? Incomplete(LLMUsage usage) => usage switch
    {
        { PromptTokens: null } => "gave no count of input tokens",
        { CompletionTokens: null } => "gave no count of output tokens",
        { PromptTokens: < 0 } or { CompletionTokens: < 0 } or { CachedTokens: < 0 } or { CacheWriteTokens: < 0 } => "gave a negative count of tokens",
        _ when (long)(usage.CachedTokens ?? 0) + (usage.CacheWriteTokens ?? 0) > usage.PromptTokens => "counts more cached than input tokens",
        _ => null,
    };

    private static string? FactorOf(LLMPrice price, LLMPricedCall call, bool isStandardTier, out decimal factor)
    {
        factor = 1;
        if (call.IsBatch)
        {
            factor = price.BatchFactor ?? 0;
            if (!isStandardTier)
                return $"the service tier '{call.ServiceTier}' in a batch";
            return price.BatchFactor is null ? "a batch" : null;
        }

        return isStandardTier || price.ServiceTierFactors.TryGetValue(call.ServiceTier!, out factor) ? null : $"the service tier '{call.ServiceTier}'";
    }

    private static string Missing(LLMPrice price, string what)
    {
        var from = price.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var which = from is null ? "" : $" valid from {from}";
        return $"The price of '{price.Model}' ({price.Provider}){which} has no figure for {what}; add it under JobWise:Llm:Catalog:Prices.";
    }
}
