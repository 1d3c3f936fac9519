using System.ComponentModel;

namespace JobWise.Llm;

/// <summary>
/// What all sends of one logical call share. Retries, fallbacks and a JSON re-ask of one call carry the same scope, so that
/// its deadline and its number of sends bound them together. Safe for concurrent use.
/// </summary>
public sealed class LLMCallScope
{
    private TimeProvider? _timeProvider;
    private long _startedAt;
    private int _isStarted;
    private int _sends;
    private long _tokens;

    /// <summary>Prepares a scope that <see cref="Start"/> starts; so does the first service that knows the clock and the configured time.</summary>
    public LLMCallScope()
    {
    }

    /// <summary>Starts a call now.</summary>
    /// <param name="timeProvider">The clock the deadline is measured with.</param>
    /// <param name="timeout">The most time the whole call may take; null sets no deadline.</param>
    public LLMCallScope(TimeProvider timeProvider, TimeSpan? timeout = null) => Start(timeProvider, timeout);

    /// <summary>Identifies the call in logs, traces and the ledger; ordered by time (UUID version 7, RFC 9562). Empty before the start.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The most time the whole call may take; null is no limit, or not started.</summary>
    public TimeSpan? Timeout { get; private set; }

    /// <summary>The most tokens that all asks of the call may use together, prompts included; null sets none. See <see cref="LLMCallOptions.MostTokens"/>.</summary>
    public int? MostTokens { get; init; }

    /// <summary>The tokens noted so far by whoever asks more than once for one call, such as the re-ask of a JSON call.</summary>
    public long TokensUsed => Interlocked.Read(ref _tokens);

    /// <summary>What a pipeline keeps for the whole call, such as the settings it began with; its own, and nobody else's to read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object? PipelineState { get; set; }

    /// <summary>How many requests were sent so far.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>How long the call has been running, on the monotonic clock; zero before the start.</summary>
    public TimeSpan Elapsed => Volatile.Read(ref _timeProvider)?.GetElapsedTime(_startedAt) ?? TimeSpan.Zero;

    /// <summary>The time left until the deadline, never below zero; null when there is no deadline.</summary>
    public TimeSpan? Remaining =>
        Timeout is not { } timeout ? null : timeout <= Elapsed ? TimeSpan.Zero : timeout - Elapsed;

    /// <summary>Starts the clock. The first start counts: a later one, as for the re-ask of a JSON call, changes nothing.</summary>
    /// <param name="timeProvider">The clock the deadline is measured with.</param>
    /// <param name="timeout">The most time the whole call may take; null sets no deadline.</param>
    /// <param name="callId">The identity; null makes one. A caller that starts many calls a second may make them cheaper than the system does.</param>
    /// <returns>Whether this was the first start.</returns>
    public bool Start(TimeProvider timeProvider, TimeSpan? timeout, Guid? callId = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
        {
            return false;
        }

        CallId = callId ?? Guid.CreateVersion7(timeProvider.GetUtcNow());
        Timeout = timeout;
        _startedAt = timeProvider.GetTimestamp();
        Volatile.Write(ref _timeProvider, timeProvider); // Last: whoever sees it sees the rest.
        return true;
    }

    /// <summary>Adds to <see cref="TokensUsed"/>.</summary>
    /// <param name="tokens">What one ask used, estimated where the provider did not say; not negative.</param>
    public void NoteTokens(long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        Interlocked.Add(ref _tokens, tokens);
    }

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
