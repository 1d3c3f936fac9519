using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>What was done with one text.</summary>
public sealed record TextDecision
{
    /// <summary>The ids that the text rests on.</summary>
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>The profile's own words.</summary>
    public required string SourceText { get; init; }

    /// <summary>What the model wrote; null when it wrote nothing for this source.</summary>
    public string? ProposedText { get; init; }

    /// <summary>What the resume says; null when a sentence of the summary was left out.</summary>
    public required string? ResumeText { get; init; }

    /// <summary>What was done.</summary>
    public required TextOutcome Outcome { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What was wrong with the proposal; empty when nothing was.</summary>
    public IReadOnlyList<ResumeFinding> Findings { get; init; } = [];

    /// <summary>The share of the resume text's words that the source has; 1 is the same words. For display only: nothing is decided by it.</summary>
    public required double Confidence { get; init; }

    /// <summary>The posting's keywords in the resume text.</summary>
    public IReadOnlyList<string> KeywordsEmphasized { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("SourceIds = ").AppendJoin(' ', SourceIds).Append(", Outcome = ").Append(Outcome);
        return true;
    }
}
