namespace JobWise.Llm.Pipeline;

/// <summary>The running deadline of one call: its token ends with the deadline or with the caller's token, whichever comes first.</summary>
internal sealed class CallTimer : CancellationTokenSource
{
    private readonly CallDeadline _deadline;
    private readonly LLMCallScope _scope;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    private CallTimer(CallDeadline deadline, LLMCallScope scope, TimeSpan remaining, TimeProvider timeProvider, CancellationToken caller)
        : base(remaining, timeProvider)
    {
        _deadline = deadline;
        _scope = scope;
        _caller = caller;
        _registration = caller.UnsafeRegister(static timer => ((CallTimer)timer!).Cancel(), this);
    }

    /// <summary>Whether the deadline has passed or the caller has cancelled; a cancellation without either came from elsewhere.</summary>
    public bool IsOver => IsCancellationRequested;

    /// <exception cref="LLMTimeoutException">The deadline has passed already.</exception>
    public static CallTimer Start(CallDeadline deadline, LLMCallScope scope, TimeProvider timeProvider, CancellationToken caller)
    {
        var remaining = deadline.RemainingOf(scope);
        return remaining > TimeSpan.Zero
            ? new CallTimer(deadline, scope, deadline.IsEndless ? Timeout.InfiniteTimeSpan : remaining, timeProvider, caller)
            : throw new LLMTimeoutException(LLMTimeoutPhase.Total, deadline.Explain());
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

    protected override void Dispose(bool disposing)
    {
        _registration.Dispose();
        base.Dispose(disposing);
    }
}
