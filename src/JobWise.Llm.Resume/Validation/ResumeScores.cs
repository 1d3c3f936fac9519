namespace JobWise.Llm.Resume;

/// <summary>Scores from 0 to 1, computed from the rendered text.</summary>
public sealed record ResumeScores
{
    /// <summary>The share of the posting's keywords that the resume shows; 0 when there are none.</summary>
    public required double KeywordCoverage { get; init; }

    /// <summary>The share of the keywords that the profile proves and the resume shows; 1 when it proves none.</summary>
    public required double AttainableCoverage { get; init; }

    /// <summary>The share of <see cref="StructureChecks"/> that passed.</summary>
    public required double Structure { get; init; }

    /// <summary>Seven parts attainable coverage, three parts structure.</summary>
    public required double AtsScore { get; init; }

    /// <summary>Each check of the form that applicant tracking systems read, and whether it passed.</summary>
    public required IReadOnlyDictionary<string, bool> StructureChecks { get; init; }

    /// <summary>Keywords used more than six times; a reader would take it for stuffing.</summary>
    public IReadOnlyList<string> Overused { get; init; } = [];
}
