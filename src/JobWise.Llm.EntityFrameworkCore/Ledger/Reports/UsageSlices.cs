namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Slices out of the tables, as queries that the database runs. Every report names its days, so that an index bounds what it reads.</summary>
internal static class UsageSlices
{
    private const int Pending = (int)LLMUsageStatus.Pending;
    private const int Unknown = (int)LLMUsageStatus.Unknown;

    /// <summary>Attempts that have ended, from the totals by day.</summary>
    public static IQueryable<UsageSlice> OfDays(IQueryable<DailyRow> rows, LLMUsageGrouping grouping) => Add(rows.Select(row => new UsageSlice
    {
        Text = grouping == LLMUsageGrouping.Workflow ? row.Workflow
            : grouping == LLMUsageGrouping.Instance ? row.Instance
            : grouping == LLMUsageGrouping.Provider ? row.Vendor
            : grouping == LLMUsageGrouping.Model ? row.Model
            : null,
        Number = grouping == LLMUsageGrouping.Day ? row.Day : grouping == LLMUsageGrouping.Status ? row.Status : 0,
        Status = row.Status,
        Bucket = row.Bucket,
        Attempts = row.Attempts,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        CachedTokens = row.CachedTokens,
        CacheWriteTokens = row.CacheWriteTokens,
        ReasoningTokens = row.ReasoningTokens,
        TotalTokens = row.TotalTokens,
        Cost = row.Cost,
        UnknownCosts = row.UnknownCosts,
        Saved = row.Saved,
        Duration = row.Duration,
        Reserved = 0, // Open attempts are not in the totals.
    }));

    /// <summary>Attempts that have ended, from the totals by tag.</summary>
    public static IQueryable<UsageSlice> OfTags(IQueryable<TagRow> rows) => Add(rows.Select(row => new UsageSlice
    {
        Text = row.Value,
        Number = 0,
        Status = row.Status,
        Bucket = row.Bucket,
        Attempts = row.Attempts,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        CachedTokens = row.CachedTokens,
        CacheWriteTokens = row.CacheWriteTokens,
        ReasoningTokens = row.ReasoningTokens,
        TotalTokens = row.TotalTokens,
        Cost = row.Cost,
        UnknownCosts = row.UnknownCosts,
        Saved = row.Saved,
        Duration = row.Duration,
        Reserved = 0, // Open attempts are not in the totals.
    }));

    /// <summary>Attempts that have ended, row by row.</summary>
    public static IQueryable<UsageSlice> OfEnded(IQueryable<UsageRow> rows, LLMUsageGrouping grouping) =>
        OfRows(rows.Where(row => row.Status != Pending && row.Status != Unknown), grouping);

    /// <summary>Attempts that are open or unknown; few, and found by an index of their own.</summary>
    public static IQueryable<UsageSlice> OfOpen(IQueryable<UsageRow> rows, LLMUsageGrouping grouping) =>
        OfRows(rows.Where(row => row.Status == Pending || row.Status == Unknown), grouping);

    private static IQueryable<UsageSlice> OfRows(IQueryable<UsageRow> rows, LLMUsageGrouping grouping) => Add(rows.Select(row => new UsageSlice
    {
        Text = grouping == LLMUsageGrouping.Workflow ? row.Workflow
            : grouping == LLMUsageGrouping.Instance ? row.Instance
            : grouping == LLMUsageGrouping.Provider ? row.Vendor
            : grouping == LLMUsageGrouping.Model ? row.ModelServed ?? row.ModelRequested
            : grouping == LLMUsageGrouping.User ? row.UserId
            : grouping == LLMUsageGrouping.Tenant ? row.Tenant
            : null,
        Number = grouping == LLMUsageGrouping.Day ? row.Day : grouping == LLMUsageGrouping.Status ? row.Status : 0,
        Status = row.Status,
        Bucket = row.Bucket ?? 0,
        Attempts = 1,
        PromptTokens = row.IsCacheHit ? 0 : row.PromptTokens ?? 0,
        CompletionTokens = row.IsCacheHit ? 0 : row.CompletionTokens ?? 0,
        CachedTokens = row.IsCacheHit ? 0 : row.CachedTokens ?? 0,
        CacheWriteTokens = row.IsCacheHit ? 0 : row.CacheWriteTokens ?? 0,
        ReasoningTokens = row.IsCacheHit ? 0 : row.ReasoningTokens ?? 0,
        TotalTokens = row.IsCacheHit ? 0 : row.TotalTokens ?? 0,
        Cost = row.Cost ?? 0,
        UnknownCosts = row.Cost == null && row.Status != Pending && row.Status != Unknown ? 1 : 0,
        Saved = row.Saved ?? 0,
        Duration = row.Duration ?? 0,
        Reserved = row.Status == Pending || row.Status == Unknown ? row.Reserved ?? 0 : 0,
    }));

    private static IQueryable<UsageSlice> Add(IQueryable<UsageSlice> slices) => slices
        .GroupBy(slice => new { slice.Text, slice.Number, slice.Status, slice.Bucket })
        .Select(group => new UsageSlice
        {
            Text = group.Key.Text,
            Number = group.Key.Number,
            Status = group.Key.Status,
            Bucket = group.Key.Bucket,
            Attempts = group.Sum(slice => slice.Attempts),
            PromptTokens = group.Sum(slice => slice.PromptTokens),
            CompletionTokens = group.Sum(slice => slice.CompletionTokens),
            CachedTokens = group.Sum(slice => slice.CachedTokens),
            CacheWriteTokens = group.Sum(slice => slice.CacheWriteTokens),
            ReasoningTokens = group.Sum(slice => slice.ReasoningTokens),
            TotalTokens = group.Sum(slice => slice.TotalTokens),
            Cost = group.Sum(slice => slice.Cost),
            UnknownCosts = group.Sum(slice => slice.UnknownCosts),
            Saved = group.Sum(slice => slice.Saved),
            Duration = group.Sum(slice => slice.Duration),
            Reserved = group.Sum(slice => slice.Reserved),
        });
}
