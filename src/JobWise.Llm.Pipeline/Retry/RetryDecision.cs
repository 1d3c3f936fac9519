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
        if (!error.IsTransient || call.Attempts >= MostAttempts(error, call) || error.RetryAfter > retry.MaxRetryAfter)
        {
            return null;
        }

        var wait = error.RetryAfter is { } hint ? Backoff.AfterHint(hint, chance) : Backoff.AfterFailure(call.Attempts, retry, chance);
        return wait < call.Remaining && wait <= call.Patience && !WouldBeHeldBack(call, wait) && call.Lane.Retries.TryTake(retry) ? wait : null;
    }

    /// <summary>The failure may have opened the circuit: then it is what the caller should see, not the refusal that a retry would get.</summary>
    private static bool WouldBeHeldBack(LaneCall call, TimeSpan wait) => call.Lane.Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker) > wait;

    private static int MostAttempts(LLMServiceException error, LaneCall call) => error switch
    {
        LLMInvalidResponseException or LLMStreamInterruptedException => Math.Min(MostUnreadable - call.AttemptsBefore, call.MostAttempts),
        // A lane that hangs would hang again, for as long; another may answer.
        LLMTimeoutException when call.HasAlternative => 1,
        _ => call.MostAttempts,
    };
}
