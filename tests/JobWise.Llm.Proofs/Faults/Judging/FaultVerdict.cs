namespace JobWise.Llm.Proofs.Faults.Judging;

/// <summary>Whether a case is clean, and if not, why.</summary>
internal sealed record FaultVerdict
{
    /// <summary>An exception that is not of the client's own family escaped.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The call did not end by itself in time.</summary>
    public bool IsHang { get; init; }

    /// <summary>A part of an answer, or nothing, was presented as a complete answer.</summary>
    public bool IsTruncated { get; init; }

    public long ForeignBytes { get; init; }

    /// <summary>In time only thanks to the lag of this process, or wrong while it lagged: it must be played again by itself.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>How long each of several calls took to end; empty where that is not what was tried.</summary>
    public IReadOnlyList<TimeSpan> Times { get; init; } = [];

    /// <summary>Everything that was wrong, in words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public bool IsClean => Reasons.Count == 0;

    public static FaultVerdict Clean { get; } = new() { Reasons = [] };

    public static FaultVerdict Wrong(params IReadOnlyList<string> reasons) => new() { Reasons = reasons };
}
