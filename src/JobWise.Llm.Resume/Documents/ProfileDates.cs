namespace JobWise.Llm.Resume;

/// <summary>When something began and ended, as written in the source: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>, or free text.</summary>
public sealed record ProfileDates
{
    /// <summary>Null when the source names no start.</summary>
    public string? Start { get; init; }

    /// <summary>Null when the source names no end; a job without an end is the present one.</summary>
    public string? End { get; init; }
}
