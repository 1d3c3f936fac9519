namespace JobWise.Llm.Resume;

/// <summary>What the checks of one text found.</summary>
/// <param name="Findings">What is wrong with it; empty when it may be printed.</param>
/// <param name="Checked">How many numbers, names and words were looked up.</param>
internal sealed record RewriteCheck(IReadOnlyList<ResumeFinding> Findings, int Checked)
{
    public bool IsPassed => Findings.Count == 0;
}
