namespace JobWise.Llm.Resume;

/// <summary>Every decision about every text of the resume, and the scores. All of it is computed by code.</summary>
public sealed record ValidationReport
{
    /// <summary>False when at least one text of the model was refused. The resume itself is sound either way: a refused text is not in it.</summary>
    public required bool IsPassed { get; init; }

    /// <summary>The refused texts in one paragraph; null when there are none.</summary>
    public string? FabricationDetails { get; init; }

    /// <summary>One decision for each text of the model and each bullet that was kept as it is.</summary>
    public required IReadOnlyList<TextDecision> Decisions { get; init; }

    /// <summary>What was refused before it came to a decision, such as texts for unknown ids.</summary>
    public IReadOnlyList<ResumeFinding> Rejected { get; init; } = [];

    /// <summary>How many numbers, names, units and words were looked up in the sources; a text equal to its source counts as one.</summary>
    public required int CrossReferencesChecked { get; init; }

    /// <summary>How many of them were not found.</summary>
    public required int MismatchesFound { get; init; }

    /// <summary>The scores of the finished resume.</summary>
    public required ResumeScores Scores { get; init; }

    /// <summary>Required and preferred skills of the posting that the profile does not show.</summary>
    public required IReadOnlyList<string> MissingSkills { get; init; }
}
