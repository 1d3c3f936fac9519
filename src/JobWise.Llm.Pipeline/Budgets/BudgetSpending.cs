namespace JobWise.Llm.Pipeline;

/// <summary>What one call has reserved, from before its first send until it is settled. Safe to settle twice: the first counts.</summary>
internal sealed class BudgetSpending(Guid id, BudgetDesk desk, IBudgetStore store, LLMRequest request, BudgetAmount estimate)
{
    private readonly Lock _lock = new();
    private BudgetCharge _failed;
    private int _sends;
    private int _failures;
    private bool _isSettled;

    /// <summary>The reservation is for one send; each further one, as of a retry or a fallback, is reserved for before it is made.</summary>
    /// <exception cref="LLMBudgetException">A hard budget does not allow it.</exception>
    public void ReserveSend()
    {
        var send = Volatile.Read(ref _sends) + 1;
        if (send > 1 && store.TopUp(id, send, estimate) is { } refusal)
        {
            throw desk.Refuse(request, refusal, estimate);
        }
    }

    public void NoteSend() => Interlocked.Increment(ref _sends);

    /// <summary>Notes what a send cost that failed; the call may still succeed.</summary>
    public void NoteFailure(Exception failure)
    {
        var charge = BudgetCharge.Of(failure, estimate, error => desk.Price(request, error));
        lock (_lock)
        {
            _failed = _failed.Plus(charge);
            _failures++;
        }
    }

    public ValueTask SettleAsync(LLMResponse response) => CloseAsync(BudgetCharge.Of(response, estimate));

    /// <summary>
    /// The call ended without an answer. A send whose end nobody saw, as of a stream that its consumer left, keeps its estimate: the provider may
    /// go on for a while.
    /// </summary>
    public ValueTask SettleAsync() => CloseAsync(answer: null);

    /// <summary>For a stream that is left lying and never disposed of: its call's end settles it.</summary>
    public CancellationTokenRegistration SettleWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static spending => _ = ((BudgetSpending)spending!).SettleAsync().AsTask(), this);

    private ValueTask CloseAsync(BudgetCharge? answer)
    {
        BudgetCharge charge;
        lock (_lock)
        {
            if (_isSettled)
            {
                return ValueTask.CompletedTask;
            }

            _isSettled = true;
            charge = _failed.Plus(answer ?? Unseen_NeedsLock());
        }

        return desk.CloseAsync(id, charge);
    }

    /// <summary>Within the lock: a failure that is being noted must be seen as the end of its send, or that is charged twice.</summary>
    private BudgetCharge Unseen_NeedsLock() =>
        Volatile.Read(ref _sends) > _failures ? new BudgetCharge(estimate, estimate) : default;
}
