namespace JobWise.Llm.Resume;

/// <summary>Who helped, worked with others or co-founded must still do so in the new wording.</summary>
internal static class RoleCheck
{
    public static IEnumerable<ResumeFinding> Find(RewriteScope scope, TextFacts proposal)
    {
        var source = scope.Source;
        if (!scope.MustKeepFacts)
            yield break;
        if (source.CountOf(VerbGroups.Help) > 0 && proposal.CountOf(VerbGroups.Help) == 0)
            yield return Finding("helped");
        if (IsShared(source) && !IsShared(proposal))
            yield return Finding("worked with others");
        if (source.HasStem("co") && !proposal.HasStem("co"))
            yield return Finding("shared the role (co-)");
    }

    private static bool IsShared(TextFacts text) =>
        text.Verbs.Any(stem => VerbGroups.Of(stem).Contains(VerbGroups.Collaborate) && (stem != "work" || text.HasStem("with") || text.HasStem("alongsid")));

    private static ResumeFinding Finding(string what) =>
        RewriteChecker.Finding(ResumeFindingCodes.Role, what, $"The source says that the person {what}; the new wording takes the whole credit.");
}
