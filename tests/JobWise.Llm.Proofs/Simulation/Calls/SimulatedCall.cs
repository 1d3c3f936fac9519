namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>One call while and after it is made.</summary>
/// <param name="plan">What was asked.</param>
/// <param name="order">Its place among all calls, by the moment its caller made it.</param>
/// <param name="madeAt">That moment.</param>
internal sealed class SimulatedCall(CallPlan plan, int order, TimeSpan madeAt)
{
    public CallPlan Plan => plan;

    public int Order => order;

    public TimeSpan MadeAt => madeAt;

    /// <summary>Every request that reached a provider for it.</summary>
    public List<Send> Sends { get; } = [];

    public TimeSpan? EndedAt { get; private set; }

    public bool IsAnswered { get; private set; }

    /// <summary>The type of the exception that the caller got; null where there is none.</summary>
    public string? Error { get; private set; }

    public TimeSpan Duration => (EndedAt ?? throw new InvalidOperationException($"Call {order} has not ended.")) - madeAt;

    public void End(TimeSpan at, Exception? error)
    {
        EndedAt = at;
        IsAnswered = error is null;
        Error = error?.GetType().Name;
    }
}
