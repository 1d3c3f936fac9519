namespace JobWise.Llm.Resume;

/// <summary>Writes the validation report of a finished resume.</summary>
internal static class ReportBuilder
{
    public static ValidationReport Build(Judgement judgement, JobAnalysis analysis, TailoredDocument document)
    {
        var refused = judgement.All.Where(decision => decision.Findings.Count > 0).ToArray();
        return new ValidationReport
        {
            IsPassed = refused.Length == 0 && judgement.Rejected.Count == 0,
            FabricationDetails = Details(refused, judgement.Rejected),
            Decisions = [.. judgement.All],
            Rejected = judgement.Rejected,
            CrossReferencesChecked = judgement.Checked,
            MismatchesFound = judgement.Mismatches,
            Scores = ResumeScorer.Score(document, analysis),
            MissingSkills = analysis.MissingSkills,
        };
    }

    private static string? Details(TextDecision[] refused, IReadOnlyList<ResumeFinding> rejected)
    {
        var lines = refused.Select(decision => $"{string.Join(' ', decision.SourceIds)}: {decision.Reason}")
            .Concat(rejected.Select(finding => $"{finding.Value}: {finding.Reason}"));
        var details = string.Join(" ", lines);
        return details.Length == 0 ? null : details;
    }
}
