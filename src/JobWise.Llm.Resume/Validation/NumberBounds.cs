namespace JobWise.Llm.Resume;

/// <summary>Reads the words before a number that make it a bound.</summary>
internal static class NumberBounds
{
    /// <summary>The bound and the index of its first word; the number's own index for none.</summary>
    public static (NumberBound Bound, int First) Before(IReadOnlyList<TextToken> tokens, int at)
    {
        var one = WordAt(tokens, at - 1);
        var two = $"{WordAt(tokens, at - 2)} {one}";
        return two switch
        {
            "more than" or "at least" or "greater than" or "upwards of" or "excess of" => (NumberBound.AtLeast, at - 2),
            "up to" or "less than" or "fewer than" or "at most" => (NumberBound.AtMost, at - 2),
            _ => one switch
            {
                "over" or "exceeding" or "above" => (NumberBound.AtLeast, at - 1),
                "under" or "below" or "within" => (NumberBound.AtMost, at - 1),
                "about" or "around" or "approximately" or "roughly" or "nearly" or "almost" or "some" or "circa" => (NumberBound.About, at - 1),
                _ => (NumberBound.Exact, at),
            },
        };
    }

    private static string WordAt(IReadOnlyList<TextToken> tokens, int at) => at < 0 ? string.Empty : tokens[at].Text.ToLowerInvariant();
}
