namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The columns of <see cref="UsageSums"/>, alike in the totals by day and by tag.</summary>
internal static class SumColumns
{
    public static IReadOnlyList<SumColumn> All { get; } =
    [
        new("attempts", sums => sums.Attempts),
        new("prompt_tokens", sums => sums.PromptTokens),
        new("completion_tokens", sums => sums.CompletionTokens),
        new("cached_tokens", sums => sums.CachedTokens),
        new("cache_write_tokens", sums => sums.CacheWriteTokens),
        new("reasoning_tokens", sums => sums.ReasoningTokens),
        new("total_tokens", sums => sums.TotalTokens),
        new("cost", sums => sums.Cost),
        new("unknown_costs", sums => sums.UnknownCosts),
        new("saved", sums => sums.Saved),
        new("duration", sums => sums.Duration),
    ];
}
