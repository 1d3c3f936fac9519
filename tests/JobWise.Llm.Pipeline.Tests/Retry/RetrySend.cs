namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>One request that reached a lane.</summary>
internal sealed class RetrySend(int lane, RetryOutcome outcome, TimeSpan startedAt)
{
    public int Lane => lane;

    public RetryOutcome Outcome => outcome;

    public TimeSpan StartedAt => startedAt;

    /// <summary>Null while it is under way.</summary>
    public TimeSpan? EndedAt { get; set; }

    public override string ToString() => $"lane {lane} {outcome.Kind} hint {outcome.Hint} {startedAt}..{EndedAt}";
}
