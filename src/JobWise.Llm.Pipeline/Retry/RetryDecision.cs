namespace JobWise.Llm.Pipeline;

/// <summary>Whether a failed attempt is repeated, and after which wait.</summary>
internal static class RetryDecision
{
    /// <summary>Of an answer that came, and is paid for, but cannot be read: a server that writes two of them will write a third.</summary>
    private const int MostUnreadable = 2;

    /// <summary>The wait before the next attempt; null when there must not be one.</summary>
    public static TimeSpan? Decide(LLMServiceException error, LaneCall call, double chance)
    {
        var retry = call.Settings.Options.Retry;
        if (!error.IsTransient || call.Attempts >= MaxAttempts(error, call) || call.Scope.Sends >= call.MostSends || error.RetryAfter > retry.MaxRetryAfter)
        {
            return null;
        }

        var wait = error.RetryAfter is { } hint ? Backoff.AfterHint(hint, chance) : Backoff.AfterFailure(call.Attempts, retry, chance);
        return wait < call.Remaining ? wait : null;
    }

    private static int MaxAttempts(LLMServiceException error, LaneCall call) =>
        error is LLMInvalidResponseException or LLMStreamInterruptedException ? Math.Min(MostUnreadable, call.MaxAttempts) : call.MaxAttempts;
}
