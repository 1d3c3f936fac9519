namespace JobWise.Llm.Resume;

/// <summary>Checks a sentence of the summary: like a bullet, but it may leave things out, use the person's label, and state the length of experience that the dates add up to.</summary>
internal static class SummaryChecker
{
    public static RewriteCheck Check(SummaryEvidence evidence, string proposal, int years) => RewriteChecker.Check(
        new RewriteScope
        {
            Source = new TextFacts(evidence.Cited),
            Label = evidence.Label is null ? null : new TextFacts(evidence.Label),
            MustKeepFacts = false,
            TenureYears = years,
        },
        proposal);
}
