using System.Globalization;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Folds slices into what a report shows.</summary>
internal static class UsageFold
{
    public static LLMUsageReport Report(LLMUsageQuery query, IReadOnlyList<UsageSlice> slices) => new()
    {
        Query = query,
        Total = Totals(slices),
        Groups = query.GroupBy == LLMUsageGrouping.None ? [] :
        [
            .. slices.GroupBy(slice => KeyOf(slice, query.GroupBy), StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new LLMUsageGroup { Key = group.Key, Totals = Totals([.. group]) }),
        ],
    };

    public static LLMUsageTotals Totals(IReadOnlyList<UsageSlice> slices)
    {
        UsageSlice[] answered = [.. slices.Where(slice => Is(slice, LLMUsageStatus.Succeeded))];
        var seconds = answered.Sum(slice => slice.Duration) / 1_000_000d;
        return new LLMUsageTotals
        {
            Attempts = slices.Where(slice => !Is(slice, LLMUsageStatus.CacheHit)).Sum(slice => slice.Attempts),
            Succeeded = Count(slices, LLMUsageStatus.Succeeded),
            Failed = Count(slices, LLMUsageStatus.Failed),
            Cancelled = Count(slices, LLMUsageStatus.Cancelled),
            Open = Count(slices, LLMUsageStatus.Pending) + Count(slices, LLMUsageStatus.Unknown),
            CacheHits = Count(slices, LLMUsageStatus.CacheHit),
            PromptTokens = slices.Sum(slice => slice.PromptTokens),
            CompletionTokens = slices.Sum(slice => slice.CompletionTokens),
            CachedTokens = slices.Sum(slice => slice.CachedTokens),
            CacheWriteTokens = slices.Sum(slice => slice.CacheWriteTokens),
            ReasoningTokens = slices.Sum(slice => slice.ReasoningTokens),
            TotalTokens = slices.Sum(slice => slice.TotalTokens),
            CostUsd = slices.Sum(slice => Money.Dollars(slice.Cost)),
            UnknownCosts = slices.Sum(slice => slice.UnknownCosts),
            ReservedUsd = slices.Sum(slice => Money.Dollars(slice.Reserved)),
            SavedUsd = slices.Sum(slice => Money.Dollars(slice.Saved)),
            MedianLatency = Percentile(answered, 0.5),
            Latency95 = Percentile(answered, 0.95),
            TokensPerSecond = seconds > 0 ? answered.Sum(slice => slice.CompletionTokens) / seconds : null,
        };
    }

    private static bool Is(UsageSlice slice, LLMUsageStatus status) => slice.Status == (int)status;

    private static long Count(IReadOnlyList<UsageSlice> slices, LLMUsageStatus status) =>
        slices.Where(slice => Is(slice, status)).Sum(slice => slice.Attempts);

    private static string KeyOf(UsageSlice slice, LLMUsageGrouping grouping) => grouping switch
    {
        LLMUsageGrouping.Day => UsageRows.DateOf(slice.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        LLMUsageGrouping.Status => ((LLMUsageStatus)slice.Number).ToString(),
        _ => slice.Text ?? string.Empty,
    };

    /// <summary>By nearest rank: the smallest bucket that at least the share of the answers took.</summary>
    private static TimeSpan? Percentile(IReadOnlyList<UsageSlice> answered, double share)
    {
        var rank = Math.Ceiling(answered.Sum(slice => slice.Attempts) * share);
        long seen = 0;
        foreach (var bucket in answered.GroupBy(slice => slice.Bucket).OrderBy(bucket => bucket.Key))
        {
            seen += bucket.Sum(slice => slice.Attempts);
            if (seen >= rank)
            {
                return LatencyBucket.Middle(bucket.Key);
            }
        }

        return null;
    }
}
