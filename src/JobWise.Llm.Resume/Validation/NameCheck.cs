namespace JobWise.Llm.Resume;

/// <summary>Every name, tool and abbreviation must be in the source, under one of its spellings.</summary>
internal static class NameCheck
{
    public static IEnumerable<ResumeFinding> Find(RewriteScope scope, TextFacts proposal)
    {
        foreach (var match in proposal.KnownNames.Where(match => !scope.HasName(match.Name)))
        {
            var spelling = match.Place.In(proposal.Text);
            yield return RewriteChecker.Finding(ResumeFindingCodes.Name, spelling, $"The source does not name {spelling}.");
        }

        for (var at = 0; at < proposal.Tokens.Count; at++)
        {
            var token = proposal.Tokens[at];
            if (token.IsNameLike && !proposal.IsInNumber(at) && proposal.NameAt(token) is null && !IsInSource(token, scope))
                yield return RewriteChecker.Finding(ResumeFindingCodes.Name, token.Text, $"The source does not name {token.Text}.");
        }
    }

    // "target" in the source is no proof for the company Target.
    private static bool IsInSource(TextToken token, RewriteScope scope) =>
        FunctionWords.Contains(token.Text) || (token.IsCapitalWord ? scope.HasCapital(token.Stem) : scope.HasStem(token.Stem));
}
