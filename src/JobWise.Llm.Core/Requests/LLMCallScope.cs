namespace JobWise.Llm;

/// <summary>
/// What all sends of one logical call share. Retries, fallbacks and a JSON re-ask of one call carry the same scope, so that
/// its deadline and its number of sends bound them together. Safe for concurrent use.
/// </summary>
public sealed class LLMCallScope
{
    private readonly TimeProvider _timeProvider;
    private readonly long _startedAt;
    private int _sends;

    /// <summary>Starts a call now.</summary>
    /// <param name="timeProvider">The clock the deadline is measured with.</param>
    /// <param name="timeout">The most time the whole call may take; null sets no deadline.</param>
    public LLMCallScope(TimeProvider timeProvider, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
        _startedAt = timeProvider.GetTimestamp();
        Timeout = timeout;
        CallId = Guid.CreateVersion7(timeProvider.GetUtcNow());
    }

    /// <summary>Identifies the call in logs, traces and the ledger; ordered by time (UUID version 7, RFC 9562).</summary>
    public Guid CallId { get; }

    /// <summary>The most time the whole call may take; null is no limit.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>How many requests were sent so far.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>How long the call has been running, on the monotonic clock.</summary>
    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_startedAt);

    /// <summary>The time left until the deadline, never below zero; null when there is no deadline.</summary>
    public TimeSpan? Remaining =>
        Timeout is not { } timeout ? null : timeout <= Elapsed ? TimeSpan.Zero : timeout - Elapsed;

    /// <summary>Counts one more send unless <paramref name="mostSends"/> is reached.</summary>
    /// <param name="mostSends">The most sends of this call.</param>
    /// <returns>False when the send must not be made.</returns>
    public bool TryTakeSend(int mostSends)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _sends);
            if (seen >= mostSends)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _sends, seen + 1, seen) != seen);

        return true;
    }
}
