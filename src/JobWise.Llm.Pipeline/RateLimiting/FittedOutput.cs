namespace JobWise.Llm.Pipeline;

/// <summary>Finds an output cap with which a request fits the limits.</summary>
internal static class FittedOutput
{
    /// <summary>Less is no answer worth having.</summary>
    public const int Least = 256;

    private static readonly LLMRateLimitKind[] Kinds =
        [LLMRateLimitKind.TokensPerMinute, LLMRateLimitKind.TokensPerDay, LLMRateLimitKind.OutputTokensPerMinute];

    /// <summary>The largest cap that can ever fit; null when the request's own does, or when less than <see cref="Least"/> is left.</summary>
    public static int? Find(in RateLimitAsk ask, RateBuckets buckets)
    {
        long fits = ask.OutputTokens;
        foreach (var kind in Kinds)
        {
            if (buckets.Of(kind) is { IsAssumed: false } bucket)
            {
                fits = Math.Min(fits, bucket.Limit - (kind == LLMRateLimitKind.OutputTokensPerMinute ? 0 : ask.PromptTokens));
            }
        }

        return fits < ask.OutputTokens && fits >= Least ? (int)fits : null;
    }
}
