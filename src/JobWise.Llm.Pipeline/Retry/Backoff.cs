namespace JobWise.Llm.Pipeline;

/// <summary>How long to wait before the next attempt.</summary>
internal static class Backoff
{
    /// <summary>Nobody is asked again sooner than this, whatever chance or a hint of zero would allow.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>Full jitter: callers that failed together must not come back together.</summary>
    /// <param name="failures">How many attempts have failed, at least 1.</param>
    /// <param name="retry">The base, the factor and the cap.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan AfterFailure(int failures, LLMRetryOptions retry, double chance)
    {
        var longest = Math.Min(retry.MaxDelay.TotalSeconds, retry.BaseDelay.TotalSeconds * Math.Pow(retry.Factor, failures - 1));
        return AtLeastShortest(TimeSpan.FromSeconds(longest * chance));
    }

    /// <summary>Never before the provider's hint, and up to a tenth later, for the same reason.</summary>
    public static TimeSpan AfterHint(TimeSpan hint, double chance) => AtLeastShortest(hint + (hint * (0.1 * chance)));

    private static TimeSpan AtLeastShortest(TimeSpan wait) => wait > Shortest ? wait : Shortest;
}
