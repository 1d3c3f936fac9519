namespace JobWise.Llm.Proofs.Resumes;

/// <summary>One resume tailored to one posting, and what the checker says of it.</summary>
internal sealed record ResumeRun
{
    public required string Posting { get; init; }

    /// <summary>Null when the run failed.</summary>
    public MainJobOutput? Output { get; init; }

    public string? Failure { get; init; }

    public int Facts { get; init; }

    public IReadOnlyList<string> Foreign { get; init; } = [];

    public IReadOnlyList<string> Lost { get; init; } = [];

    public IReadOnlyList<string> UnsupportedSkills { get; init; } = [];
}
