namespace JobWise.Llm;

/// <summary>Adds the tokens of the asks of one call. A count that only one of them has stays what it is: null is unknown, not zero.</summary>
internal static class UsageTotal
{
    public static LLMUsage? Of(LLMUsage? first, LLMUsage? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        var (one, other) => new LLMUsage
        {
            PromptTokens = Sum(one.PromptTokens, other.PromptTokens),
            CompletionTokens = Sum(one.CompletionTokens, other.CompletionTokens),
            CachedTokens = Sum(one.CachedTokens, other.CachedTokens),
            CacheWriteTokens = Sum(one.CacheWriteTokens, other.CacheWriteTokens),
            ReasoningTokens = Sum(one.ReasoningTokens, other.ReasoningTokens),
            TotalTokens = Sum(one.TotalTokens, other.TotalTokens),
            IsEstimated = one.IsEstimated || other.IsEstimated,
        },
    };

    private static int? Sum(int? first, int? second) => first is null && second is null ? null : (first ?? 0) + (second ?? 0);
}
