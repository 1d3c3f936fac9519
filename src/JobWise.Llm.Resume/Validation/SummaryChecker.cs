namespace JobWise.Llm.Resume;

internal static class SummaryChecker
{
    public static RewriteCheck Check(SummaryEvidence evidence, string proposal, int years) =>
        years < 0 ? new([], 0) : RewriteChecker.Check(evidence.Text, proposal);
}
