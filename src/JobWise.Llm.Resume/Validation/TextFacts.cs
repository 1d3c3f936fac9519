namespace JobWise.Llm.Resume;

/// <summary>A text taken apart for checking: its tokens, numbers, names and verbs.</summary>
internal sealed class TextFacts
{
    private readonly HashSet<string> _stems;
    private readonly HashSet<string> _capitals;
    private readonly HashSet<string> _names;

    public TextFacts(string text)
    {
        Text = text;
        Tokens = Tokenizer.Cut(text);
        Numbers = NumberReader.ReadAll(Tokens);
        KnownNames = Resume.KnownNames.FindAll(text);
        _stems = Tokens.Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        _capitals = Tokens.Where(token => token.Text.Any(char.IsUpper)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        _names = KnownNames.Select(match => match.Name.Canonical).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Verbs = [.. Enumerable.Range(0, Tokens.Count).Where(at => VerbGroups.IsVerb(Tokens, at)).Select(at => Tokens[at].Stem)];
    }

    public string Text { get; }

    public IReadOnlyList<TextToken> Tokens { get; }

    public IReadOnlyList<NumberMention> Numbers { get; }

    public IReadOnlyList<KnownNameMatch> KnownNames { get; }

    /// <summary>The stems of the words that do something, repeated as often as they stand.</summary>
    public IReadOnlyList<string> Verbs { get; }

    public bool HasStem(string stem) => _stems.Contains(stem);

    /// <summary>Whether the word stands somewhere with a capital.</summary>
    public bool HasCapital(string stem) => _capitals.Contains(stem);

    public bool HasName(KnownName name) => _names.Contains(name.Canonical);

    public int CountOf(string verbGroup) => Verbs.Count(stem => VerbGroups.Of(stem).Contains(verbGroup));

    /// <summary>Whether a token is part of a number, its bound and magnitude included.</summary>
    public bool IsInNumber(int at) => Numbers.Any(number => at >= number.Tokens.Start.Value && at < number.Tokens.End.Value);

    public KnownNameMatch? NameAt(TextToken token)
    {
        foreach (var match in KnownNames)
        {
            if (token.Start < match.Place.End && token.End > match.Place.Start)
                return match;
        }

        return null;
    }
}
