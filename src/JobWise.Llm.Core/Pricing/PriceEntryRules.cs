using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>What a price entry from configuration must fulfil.</summary>
internal static class PriceEntryRules
{
    public static bool HasKey(LLMPriceEntry entry) => !string.IsNullOrWhiteSpace(entry.Provider) && !string.IsNullOrWhiteSpace(entry.Model);

    public static string Missing(LLMPriceEntry entry) => (entry.Input, entry.Output) switch
    {
        (null, null) => "Input and Output",
        (null, _) => "Input",
        _ => "Output",
    };

    public static IEnumerable<string> Check(string key, LLMPriceEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Provider))
            yield return Invariant($"{key}:Provider is empty: name the vendor, such as 'groq'.");
        if (string.IsNullOrWhiteSpace(entry.Model))
            yield return Invariant($"{key}:Model is empty: name the model as requests do.");
        if (entry.BatchFactor is <= 0 or > 1)
            yield return Invariant($"{key}:BatchFactor is {entry.BatchFactor}: give the part of the price that a batch costs, above 0 and up to 1.");
        foreach (var (tier, factor) in entry.ServiceTierFactors ?? [])
        {
            if (factor <= 0)
                yield return Invariant($"{key}:ServiceTierFactors:{tier} is {factor}: give what the tier costs of the price, such as 2.");
        }

        foreach (var failure in CheckRates(key, entry).Concat(CheckTiers(key, entry.SizeTiers ?? [])))
            yield return failure;
    }

    private static IEnumerable<string> CheckTiers(string key, List<LLMPriceSizeEntry> tiers)
    {
        for (var i = 0; i < tiers.Count; i++)
        {
            if (tiers[i].PromptAbove <= 0)
                yield return Invariant($"{key}:SizeTiers:{i}:PromptAbove is {tiers[i].PromptAbove}: give the number of prompt tokens above which these prices hold.");
            foreach (var failure in CheckRates($"{key}:SizeTiers:{i}", tiers[i]))
                yield return failure;
        }
    }

    private static IEnumerable<string> CheckRates(string key, LLMRateEntry entry) =>
        Rates(entry).Where(rate => rate.Value < 0)
            .Select(rate => Invariant($"{key}:{rate.Name} is {rate.Value}: give US dollars per million tokens, 0 or more."));

    private static IEnumerable<(string Name, decimal? Value)> Rates(LLMRateEntry entry) =>
    [
        (nameof(entry.Input), entry.Input),
        (nameof(entry.Output), entry.Output),
        (nameof(entry.Reasoning), entry.Reasoning),
        (nameof(entry.CachedInput), entry.CachedInput),
        (nameof(entry.CacheWrite), entry.CacheWrite),
        .. (entry.CacheWriteByKind ?? []).Select(kind => ($"{nameof(entry.CacheWriteByKind)}:{kind.Key}", (decimal?)kind.Value)),
    ];
}
