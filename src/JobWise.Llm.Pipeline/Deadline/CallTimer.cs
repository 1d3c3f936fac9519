namespace JobWise.Llm.Pipeline;

/// <summary>The running deadline of one call: its token ends with the deadline or with the caller's token, whichever comes first.</summary>
internal sealed class CallTimer : IDisposable
{
    private readonly CallDeadline _deadline;
    private readonly LLMCallScope _scope;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    private CallTimer(CallDeadline deadline, LLMCallScope scope, TimeProvider timeProvider, CancellationToken caller)
    {
        _deadline = deadline;
        _scope = scope;
        _caller = caller;
        // Only another clock needs a timer of its own from the start.
        _source = timeProvider == TimeProvider.System ? new() : new(Timeout.InfiniteTimeSpan, timeProvider);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the deadline has passed or the caller has cancelled; a cancellation without either came from elsewhere.</summary>
    public bool IsOver => _source.IsCancellationRequested;

    /// <exception cref="LLMTimeoutException">The deadline has passed already.</exception>
    public static CallTimer Start(CallDeadline deadline, LLMCallScope scope, TimeProvider timeProvider, CancellationToken caller)
    {
        return deadline.RemainingOf(scope) > TimeSpan.Zero
            ? new CallTimer(deadline, scope, timeProvider, caller)
            : throw new LLMTimeoutException(LLMTimeoutPhase.Total, deadline.Explain());
    }

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
        _source.Dispose();
    }
}
