using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Judging;

/// <summary>What was seen of one case, from outside the client.</summary>
internal sealed record FaultOutcome
{
    /// <summary>What the client presents as a complete answer; null when it threw.</summary>
    public FaultReading? Reading { get; init; }

    public Exception? Error { get; init; }

    /// <summary>Until the answer or the exception.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether the proof had to cut the call off.</summary>
    public bool WasCutOff { get; init; }

    /// <summary>How late this process was in that time, as far as it is allowed for.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>When each send was seen, from the first.</summary>
    public IReadOnlyList<TimeSpan> Sends { get; init; } = [];

    /// <summary>What arrived at the second server.</summary>
    public long ForeignBytes { get; init; }

    /// <summary>Where the key or the prompt was found.</summary>
    public IReadOnlyList<string> Leaks { get; init; } = [];

    /// <summary>Whether a request head held a header that the key or an option smuggled in.</summary>
    public bool HasInjectedHeader { get; init; }
}
