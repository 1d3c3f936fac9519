namespace JobWise.Llm.Resume;

/// <summary>No number and no name of the source may get lost: they are what makes a bullet worth reading.</summary>
internal static class LossCheck
{
    public static IEnumerable<ResumeFinding> Find(TextFacts source, TextFacts proposal)
    {
        foreach (var number in source.Numbers.Where(number => !proposal.Numbers.Any(number.IsSameAs)))
            yield return Finding(number.Raw);
        foreach (var match in source.KnownNames.Where(match => !proposal.HasName(match.Name)))
            yield return Finding(match.Place.In(source.Text));
        for (var at = 0; at < source.Tokens.Count; at++)
        {
            var token = source.Tokens[at];
            if (token.IsNameLike && !source.IsInNumber(at) && source.NameAt(token) is null && !proposal.HasStem(token.Stem))
                yield return Finding(token.Text);
        }
    }

    private static ResumeFinding Finding(string value) => RewriteChecker.Finding(ResumeFindingCodes.LostFact, value, $"\"{value}\" of the source is gone.");
}
