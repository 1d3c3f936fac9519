namespace JobWise.Llm.Resume;

/// <summary>Adds up tokens and cost. One unknown part makes the sum unknown, never smaller.</summary>
internal static class StageTotals
{
    public static LLMUsage? Sum(IEnumerable<LLMUsage?> parts)
    {
        var all = parts.ToArray();
        if (all.Length == 0 || all.Any(part => part is null))
            return null;
        return all.Aggregate((left, right) => new LLMUsage
        {
            PromptTokens = left!.PromptTokens + right!.PromptTokens,
            CompletionTokens = left.CompletionTokens + right.CompletionTokens,
            CachedTokens = left.CachedTokens + right.CachedTokens,
            CacheWriteTokens = left.CacheWriteTokens + right.CacheWriteTokens,
            ReasoningTokens = left.ReasoningTokens + right.ReasoningTokens,
            TotalTokens = left.TotalTokens + right.TotalTokens,
            IsEstimated = left.IsEstimated || right.IsEstimated,
        });
    }

    public static LLMCost Sum(IEnumerable<LLMCost?> parts)
    {
        var all = parts.Select(part => part ?? LLMCost.Unknown("The call was not priced: use the service of AddJobWiseLlm(), which prices calls.")).ToArray();
        return all.FirstOrDefault(part => part.Usd is null) ?? new LLMCost
        {
            Usd = all.Sum(part => part.Usd),
            PriceValidFrom = all.Max(part => part.PriceValidFrom),
            IsEstimated = all.Any(part => part.IsEstimated),
        };
    }
}
