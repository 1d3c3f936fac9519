namespace JobWise.Llm.Pipeline;

/// <summary>
/// What one request has taken from its lane's limits. Settled exactly once, by the first of <see cref="Settle"/>, <see cref="Fail"/>,
/// <see cref="Cancel"/> and <see cref="Dispose"/>; what comes after does nothing. Safe for concurrent use.
/// </summary>
internal sealed class RateLimitReservation(
    RateLimiter limiter, int promptTokens, int outputTokens, long grantedAt, long returnedBefore, in GrantedLevels levels) : IDisposable
{
    private readonly GrantedLevels _levels = levels;
    private int _isSettled;

    public int PromptTokens => promptTokens;

    public int OutputTokens => outputTokens;

    /// <summary>How much of a limit the request took.</summary>
    public long AmountOf(LLMRateLimitKind kind) => new RateLimitAsk { PromptTokens = promptTokens, OutputTokens = outputTokens }.AmountOf(kind);

    /// <summary>On the limiter's clock.</summary>
    public long GrantedAt => grantedAt;

    /// <summary>What the limiter had taken back from all calls when it granted this one.</summary>
    public long ReturnedBefore => returnedBefore;

    /// <summary>What was in use before this call; see <see cref="GrantedLevels"/>.</summary>
    public double LevelBefore(LLMRateLimitKind kind) => _levels[(int)kind];

    /// <summary>The answer is complete. Unused and uncounted tokens go back, what was used beyond the reservation is added.</summary>
    /// <param name="usage">Null keeps the reservation as it is.</param>
    /// <param name="headers">What the provider said about its limits with the answer.</param>
    public void Settle(LLMUsage? usage, LLMRateLimitSnapshot? headers)
    {
        if (TrySettle())
        {
            limiter.Settle(this, usage, headers);
        }
    }

    /// <summary>
    /// The request failed. One that the provider refused, or that never reached it, gives everything back; any other may have been worked
    /// on and keeps what it took, unless the error tells what was used.
    /// </summary>
    public void Fail(LLMServiceException error)
    {
        if (TrySettle())
        {
            limiter.Fail(this, error);
        }
    }

    /// <summary>Corrects the limits by headers that came before the answer, as with a stream. Settles nothing.</summary>
    public void Correct(LLMRateLimitSnapshot headers)
    {
        if (Volatile.Read(ref _isSettled) == 0)
        {
            limiter.Correct(this, headers);
        }
    }

    /// <summary>The caller cancelled after the request was sent: the provider may go on, so everything is kept.</summary>
    public void Cancel()
    {
        if (TrySettle())
        {
            limiter.Settle(this, usage: null, headers: null);
        }
    }

    /// <summary>Without a settlement before: the request was never sent, and everything goes back.</summary>
    public void Dispose()
    {
        if (TrySettle())
        {
            limiter.Return(this);
        }
    }

    private bool TrySettle() => Interlocked.Exchange(ref _isSettled, 1) == 0;
}
