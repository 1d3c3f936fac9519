namespace JobWise.Llm.Pipeline;

/// <summary>Which lane a call returns to that every lane has turned away, and when.</summary>
internal static class RouteReturn
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The first lane that said when it would be ready, and the wait until then; null where none did, where an answer would then come too late, or
    /// where the call or the lane may send no more. Takes a retry of the lane's budget.
    /// </summary>
    public static (Lane Lane, TimeSpan Wait)? Find(LaneCall call)
    {
        var wait = TimeSpan.MaxValue;
        Lane? earliest = null;
        for (var i = 0; i < call.Tries.Count; i++)
        {
            var tried = call.Tries[i];
            if (IsLast(tried, i, call) && call.MayReturn(tried.Lane) && ReadyIn(tried, call) is { } ready && ready < wait)
            {
                (earliest, wait) = (tried.Lane, ready);
            }
        }

        return earliest is not null
            && call.Scope.Sends < call.MostSends
            && wait + earliest.Latency.Usual + earliest.Latency.Usual < call.Remaining
            && earliest.Retries.TryTake(call.Settings.Options.Retry) ? (earliest, wait) : null;
    }

    /// <summary>What the lane said last counts.</summary>
    private static bool IsLast(LaneTry tried, int at, LaneCall call)
    {
        for (var i = at + 1; i < call.Tries.Count; i++)
        {
            if (ReferenceEquals(call.Tries[i].Lane, tried.Lane))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Only who says that it will be ready is waited for; whatever else has failed has had its retries.</summary>
    private static TimeSpan? ReadyIn(LaneTry tried, LaneCall call)
    {
        if (tried.Error is not (LLMCircuitOpenException or LLMRateLimitException) || tried.Error.RetryAfter is not { } hint)
        {
            return null;
        }

        var left = hint - call.Since(tried.EndedAt);
        return tried.Error is LLMRateLimitException && left > call.Settings.Options.Retry.MaxRetryAfter ? null
            : left > Least ? left
            : Least;
    }
}
