namespace JobWise.Llm.Resume;

/// <summary>A word, number or name of a text, as written.</summary>
/// <param name="Text">Without the marks around it; C++, .NET, Node.js, R&amp;D, $2.4M and 40% are one token each.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="BeginsSentence">Whether its capital says nothing.</param>
internal sealed record TextToken(string Text, int Start, bool BeginsSentence)
{
    public string Stem { get; } = WordStems.Of(WithoutPossessive(Text));

    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]) || (Text.Length > 1 && NumberReader.IsCurrency(Text[0]) && char.IsAsciiDigit(Text[1]));

    /// <summary>Whether it is written as names are: a capital within a sentence or inside the word, several capitals, a digit, a dot or a sign.</summary>
    public bool IsNameLike =>
        (Text.Any(char.IsLetter) && Text.Any(character => char.IsDigit(character) || character is '+' or '#' or '&' || (character == '.' && Text.Length > 2)))
        || Text.Skip(1).Any(char.IsUpper)
        || IsCapitalWord;

    /// <summary>Whether only the first letter is a capital, and not because a sentence begins.</summary>
    public bool IsCapitalWord => !BeginsSentence && Text.Length > 1 && char.IsUpper(Text[0]) && !Text.Skip(1).Any(char.IsUpper);

    private static string WithoutPossessive(string text) =>
        text.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || text.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
}
