using System.Globalization;

namespace JobWise.Llm;

/// <summary>Prices one call by one price; what is missing becomes the reason of an unknown cost.</summary>
internal static class CallPricer
{
    private const decimal Million = 1_000_000m;

    public static LLMCost Price(LLMPrice price, in LLMPricedCall call, LLMUsage usage, bool isStandardTier)
    {
        var bill = new Bill(usage, call.CacheWriteTokensByKind);
        if (bill.Contradiction() is { } contradiction)
            return LLMCost.Unknown($"The answer of '{call.Model}' ({call.Provider}) {contradiction}.");
        if (FactorOf(price, call, isStandardTier, out var factor) is { } noFactor)
            return LLMCost.Unknown(Missing(price, noFactor));
        if (call.IsBatch && usage.CachedTokens > 0 && price.CacheStacksWithBatch is null)
            return LLMCost.Unknown(Missing(price, "cached input tokens in a batch"));
        var cacheIsCheaper = !call.IsBatch || price.CacheStacksWithBatch == true;
        var rates = price.RatesFor(usage.PromptTokens!.Value);
        if (bill.ContradictsReasoning(rates))
            return LLMCost.Unknown($"The answer of '{call.Model}' ({call.Provider}) counts more reasoning than output tokens.");
        var sum = bill.Sum(rates, cacheIsCheaper, out var unpriced);
        if (unpriced is not null)
            return LLMCost.Unknown(Missing(price, unpriced));
        return new LLMCost
        {
            Usd = sum * factor / Million,
            PriceValidFrom = price.ValidFrom,
            IsEstimated = usage.IsEstimated,
        };
    }

    private static string? FactorOf(LLMPrice price, in LLMPricedCall call, bool isStandardTier, out decimal factor)
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
