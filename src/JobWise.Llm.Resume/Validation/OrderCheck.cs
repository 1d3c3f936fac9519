namespace JobWise.Llm.Resume;

/// <summary>"From hours to minutes" must not become "from minutes to hours".</summary>
internal static class OrderCheck
{
    private const int LongestPart = 8;

    public static IEnumerable<ResumeFinding> Find(RewriteScope scope, TextFacts proposal)
    {
        var source = Pairs(scope.Source).ToHashSet();
        return Pairs(proposal)
            .Where(pair => source.Contains((pair.To, pair.From)))
            .Select(pair => RewriteChecker.Finding(ResumeFindingCodes.Order, $"{pair.From} {pair.To}", "The source has it the other way round."));
    }

    private static IEnumerable<(string From, string To)> Pairs(TextFacts text)
    {
        var tokens = text.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Text.Equals("from", StringComparison.OrdinalIgnoreCase))
                continue;
            var to = Enumerable.Range(at, Math.Min(LongestPart, tokens.Count - at))
                .FirstOrDefault(index => tokens[index].Text.Equals("to", StringComparison.OrdinalIgnoreCase), -1);
            if (to > 0 && FirstAfter(tokens, at) is { } from && FirstAfter(tokens, to) is { } target)
                yield return (from, target);
        }
    }

    private static string? FirstAfter(IReadOnlyList<TextToken> tokens, int at) => tokens.Skip(at + 1).FirstOrDefault(FunctionWords.CarriesMeaning)?.Stem;
}
