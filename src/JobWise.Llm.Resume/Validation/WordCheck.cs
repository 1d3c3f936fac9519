using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>Every word that carries meaning must be in the source, or be a verb of a group that the source uses as often. Denials must match.</summary>
internal static class WordCheck
{
    private static readonly FrozenSet<string> Denials =
        FrozenSet.ToFrozenSet(["not", "no", "never", "without", "non", "nor", "none", "cannot", "hardly", "barely"], StringComparer.OrdinalIgnoreCase);

    // Words of a summary that claim nothing which the cited text does not.
    private static readonly FrozenSet<string> SummaryWords = new[] { "experience", "professional", "background", "skilled" }.Select(WordStems.Of).ToFrozenSet();

    public static IEnumerable<ResumeFinding> Find(RewriteScope scope, TextFacts proposal)
    {
        if (DenialsOf(scope.Source) != DenialsOf(proposal))
            yield return RewriteChecker.Finding(ResumeFindingCodes.Negation, "not", "A denial was added or left out.");
        for (var at = 0; at < proposal.Tokens.Count; at++)
        {
            var token = proposal.Tokens[at];
            if (!proposal.IsInNumber(at) && !token.IsNameLike && proposal.NameAt(token) is null && !IsSupported(at, scope, proposal))
                yield return FindingFor(token);
        }
    }

    private static bool IsSupported(int at, RewriteScope scope, TextFacts proposal)
    {
        var token = proposal.Tokens[at];
        if (FunctionWords.Contains(token.Text) || (scope.TenureYears is not null && IsOfSummary(token, proposal)))
            return true;
        // "Generated sales leads" does not prove "Led sales": what the new wording does, the source must do.
        var isClaim = VerbGroups.IsVerb(proposal.Tokens, at) && (VerbGroups.Of(token.Stem).Count > 0 || RoleWords.Contains(token.Stem) || VerbGroups.IsPast(token.Text));
        if (isClaim ? scope.Source.Verbs.Contains(token.Stem) : scope.HasStem(token.Stem))
            return true;
        return VerbGroups.Of(token.Stem).Any(group => scope.Source.CountOf(group) is > 0 and var count && proposal.CountOf(group) <= count);
    }

    private static bool IsOfSummary(TextToken token, TextFacts proposal) => SummaryWords.Contains(token.Stem) || IsUnitOfTenure(token, proposal);

    private static bool IsUnitOfTenure(TextToken token, TextFacts proposal) => token.Stem == "year" && proposal.Numbers.Any(number => number.TimeUnit == "year");

    private static int DenialsOf(TextFacts text) =>
        text.Tokens.Count(token => Denials.Contains(token.Text) || token.Text.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || token.Text.EndsWith("n’t", StringComparison.OrdinalIgnoreCase));

    private static ResumeFinding FindingFor(TextToken token)
    {
        if (TimeUnits.IsUnit(token.Stem))
            return RewriteChecker.Finding(ResumeFindingCodes.TimeUnit, token.Text, $"The source does not measure by \"{token.Text}\".");
        return RoleWords.Contains(token.Stem)
            ? RewriteChecker.Finding(ResumeFindingCodes.Role, token.Text, $"The source does not claim \"{token.Text}\".")
            : RewriteChecker.Finding(ResumeFindingCodes.ContentWord, token.Text, $"The source does not say \"{token.Text}\".");
    }
}
