namespace JobWise.Llm.Pipeline;

/// <summary>The running deadline of one call: its token ends with the deadline or with the caller's token, whichever comes first.</summary>
internal sealed class CallTimer : IDisposable
{
    /// <summary>How long an attempt has to end after its token.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private readonly CallDeadline _deadline;
    private readonly LLMCallScope _scope;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private CancellationTokenSource? _overdue;
    private CancellationTokenRegistration _overdueRegistration;

    private CallTimer(CallDeadline deadline, LLMCallScope scope, TimeProvider timeProvider, CancellationToken caller)
    {
        _deadline = deadline;
        _scope = scope;
        _caller = caller;
        _timeProvider = timeProvider;
        _source = CancellationSources.Create(timeProvider);
        _registration = _source.EndWith(caller);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the deadline has passed or the caller has cancelled; a cancellation without either came from elsewhere.</summary>
    public bool IsOver => _source.IsCancellationRequested;

    /// <exception cref="LLMTimeoutException">The deadline has passed already.</exception>
    public static CallTimer Start(CallDeadline deadline, LLMCallScope scope, TimeProvider timeProvider, CancellationToken caller) =>
        deadline.RemainingOf(scope) > TimeSpan.Zero
            ? new CallTimer(deadline, scope, timeProvider, caller)
            : throw new LLMTimeoutException(LLMTimeoutPhase.Total, deadline.Explain());

    /// <summary>Sets the alarm. Not needed, and not paid for, where the answer is there at once, as from a cache.</summary>
    public void Arm()
    {
        if (_deadline.IsEndless)
        {
            return;
        }

        var remaining = _deadline.RemainingOf(_scope);
        _source.CancelAfter(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);
    }

    /// <summary>
    /// Sets the alarm and waits for the answer, a moment longer than the call may take: whoever heeds its token has ended by then, and what it held
    /// is settled. A decorator or provider that does not is left behind, and what it may bring later is nobody's.
    /// </summary>
    public Task<T> WaitAsync<T>(Task<T> answer)
    {
        Arm();
        _overdue = CancellationSources.Create(_timeProvider);
        _overdueRegistration = _source.Token.UnsafeRegister(static overdue => ((CancellationTokenSource)overdue!).CancelAfter(Grace), _overdue);
        return answer.WaitAsync(_overdue.Token);
    }

    /// <summary>What the caller must see in place of a cancellation that came after <see cref="IsOver"/>.</summary>
    public Exception Explain(OperationCanceledException exception, LLMStreamAccumulator? soFar = null) =>
        _caller.IsCancellationRequested
            ? new OperationCanceledException(exception.Message, exception, _caller)
            : new LLMTimeoutException(
                LLMTimeoutPhase.Total,
                _deadline.Explain(),
                soFar is null ? null : new LLMErrorDetails { PartialText = soFar.Text, Usage = soFar.Usage },
                exception)
            {
                Sends = _scope.Sends,
            };

    public void Dispose()
    {
        _registration.Dispose();
        _overdueRegistration.Dispose();
        _overdue?.Dispose();
        _source.Dispose();
    }
}
