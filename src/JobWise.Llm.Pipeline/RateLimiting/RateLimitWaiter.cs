using System.Threading.Tasks.Sources;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// A call in the queue. It is completed from a timer of its own, which is due at once: never on the thread that made room for it, and not by
/// asynchronous continuations, so that calls are sent in the order in which they were granted. A task would not do: it leaves its
/// continuation to the pool wherever the completing thread has a synchronization context.
/// </summary>
internal sealed class RateLimitWaiter(RateLimiter limiter, RateLimitAsk ask, long giveUpAt, CancellationToken cancellationToken)
    : IValueTaskSource<RateLimitReservation>
{
    private ManualResetValueTaskSourceCore<RateLimitReservation> _outcome;
    private CancellationTokenRegistration _registration;
    private RateLimitReservation? _reservation;
    private LLMServiceException? _failure;
    private ITimer? _wake;

    public RateLimitAsk Ask => ask;

    /// <summary>When the longest wait that its call allows is over.</summary>
    public long GiveUpAt => giveUpAt;

    public RateLimitWaiter? Previous { get; set; }

    public RateLimitWaiter? Next { get; set; }

    public bool IsQueued { get; set; }

    public ValueTask<RateLimitReservation> Task => new(this, _outcome.Version);

    RateLimitReservation IValueTaskSource<RateLimitReservation>.GetResult(short token) => _outcome.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<RateLimitReservation>.GetStatus(short token) => _outcome.GetStatus(token);

    void IValueTaskSource<RateLimitReservation>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _outcome.OnCompleted(continuation, state, token, flags);

    public void WatchCancellation() => _registration = cancellationToken.UnsafeRegister(
        static (waiter, token) => ((RateLimitWaiter)waiter!).Leave(token), this);

    /// <summary>Ends the wait with a reservation or a failure; the call goes on when the timer fires.</summary>
    public void Wake(RateLimitReservation? reservation, LLMServiceException? failure, TimeProvider timeProvider)
    {
        _reservation = reservation;
        _failure = failure;
        _wake = DetachedTimer.Create(timeProvider, static waiter => ((RateLimitWaiter)waiter!).Complete(), this, TimeSpan.Zero);
    }

    private void Complete()
    {
        _wake?.Dispose();
        _registration.Unregister();
        if (_failure is not null)
        {
            _outcome.SetException(_failure);
        }
        else if (cancellationToken.IsCancellationRequested)
        {
            _reservation!.Dispose();
            _outcome.SetException(new OperationCanceledException(cancellationToken));
        }
        else
        {
            _outcome.SetResult(_reservation!);
        }
    }

    private void Leave(CancellationToken token)
    {
        // Who has been granted meanwhile finds the cancellation when it wakes.
        if (limiter.Leave(this))
        {
            _outcome.SetException(new OperationCanceledException(token));
        }
    }
}
