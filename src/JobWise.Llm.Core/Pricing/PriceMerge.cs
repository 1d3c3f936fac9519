namespace JobWise.Llm;

/// <summary>Lays an entry over a price: what the entry leaves out stays.</summary>
internal static class PriceMerge
{
    public static LLMPrice Apply(LLMPrice? known, LLMPriceEntry entry, Func<string, string> source)
    {
        var price = known ?? new LLMPrice
        {
            Provider = entry.Provider!,
            Model = entry.Model!,
            ValidFrom = entry.ValidFrom,
            Rates = new LLMTokenRates(),
        };
        return price with
        {
            Rates = MergeRates(price.Rates, entry),
            SizeTiers = entry.SizeTiers is { } tiers ? Order(tiers) : price.SizeTiers,
            BatchFactor = entry.BatchFactor ?? price.BatchFactor,
            CacheStacksWithBatch = entry.CacheStacksWithBatch ?? price.CacheStacksWithBatch,
            ServiceTierFactors = entry.ServiceTierFactors ?? price.ServiceTierFactors,
            Source = entry.Source is { } from ? source(from) : price.Source,
        };
    }

    private static LLMPriceSizeTier[] Order(List<LLMPriceSizeEntry> tiers) =>
    [
        .. tiers.OrderByDescending(tier => tier.PromptAbove)
            .Select(tier => new LLMPriceSizeTier { PromptAbove = tier.PromptAbove, Rates = MergeRates(new LLMTokenRates(), tier) }),
    ];

    private static LLMTokenRates MergeRates(LLMTokenRates known, LLMRateEntry entry) => known with
    {
        Input = entry.Input ?? known.Input,
        Output = entry.Output ?? known.Output,
        Reasoning = entry.Reasoning ?? known.Reasoning,
        CachedInput = entry.CachedInput ?? known.CachedInput,
        CacheWrite = entry.CacheWrite ?? known.CacheWrite,
        CacheWriteByKind = entry.CacheWriteByKind ?? known.CacheWriteByKind,
    };
}
