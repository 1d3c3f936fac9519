namespace JobWise.Llm.Resume;

internal static class SummaryChecker
{
    public static RewriteCheck Check(SummaryEvidence evidence, string proposal, int years) =>
        evidence.SingleSentence?.Text == proposal || evidence.Text.Split(" | ").Contains(proposal)
            ? new([], 1)
            : RewriteChecker.Check(evidence.Text, proposal);
}
