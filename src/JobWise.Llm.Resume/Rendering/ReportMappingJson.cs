namespace JobWise.Llm.Resume;

/// <summary>One text of the report.</summary>
internal sealed record ReportMappingJson
{
    public string? ResumeText { get; init; }

    public required string SourceId { get; init; }

    public required string SourceText { get; init; }

    public string? ProposedText { get; init; }

    public required double Confidence { get; init; }

    public required string Outcome { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<ResumeFinding> Findings { get; init; }

    public required IReadOnlyList<string> KeywordsEmphasized { get; init; }

    public static ReportMappingJson Of(TextDecision decision) => new()
    {
        ResumeText = decision.ResumeText,
        SourceId = string.Join(' ', decision.SourceIds),
        SourceText = decision.SourceText,
        ProposedText = decision.ProposedText,
        Confidence = decision.Confidence,
        Outcome = ReportNames.Of(decision.Outcome),
        Reason = decision.Reason,
        Findings = decision.Findings,
        KeywordsEmphasized = decision.KeywordsEmphasized,
    };
}
