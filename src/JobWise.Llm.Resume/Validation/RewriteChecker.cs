namespace JobWise.Llm.Resume;

internal static class RewriteChecker
{
    public static RewriteCheck Check(string source, string proposal) => source == proposal
        ? new([], 1)
        : new([new ResumeFinding { Code = ResumeFindingCodes.ContentWord, Value = proposal, Reason = "Not the source." }], 1);
}
