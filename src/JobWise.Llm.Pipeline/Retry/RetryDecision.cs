namespace JobWise.Llm.Pipeline;

/// <summary>Whether a failed attempt is repeated, and after which wait.</summary>
internal static class RetryDecision
{
    /// <summary>The wait before the next attempt; null when there must not be one.</summary>
    public static TimeSpan? Decide(LLMServiceException error, LaneCall call, double chance)
    {
        var retry = call.Settings.Options.Retry;
        if (!error.IsTransient || call.Attempts >= call.MaxAttempts || call.Scope.Sends >= call.MostSends || error.RetryAfter > retry.MaxRetryAfter)
        {
            return null;
        }

        var wait = error.RetryAfter is { } hint ? Backoff.AfterHint(hint, chance) : Backoff.AfterFailure(call.Attempts, retry, chance);
        return wait < call.Remaining ? wait : null;
    }
}
