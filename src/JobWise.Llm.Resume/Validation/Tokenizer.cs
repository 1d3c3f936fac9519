namespace JobWise.Llm.Resume;

/// <summary>Cuts a text into tokens. Hyphens and slashes cut, so that "ad-hoc" and "ad hoc" are the same.</summary>
internal static class Tokenizer
{
    public static IReadOnlyList<TextToken> Cut(string text)
    {
        List<TextToken> tokens = [];
        var begins = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Opens(text, at))
            {
                begins |= text[at] is '.' or '!' or '?' or '|' && (at + 1 == text.Length || text[at + 1] == ' ');
                continue;
            }

            var end = at + 1;
            while (end < text.Length && Continues(text, at, end))
                end++;
            tokens.Add(new(text[at..end], at, begins));
            begins = false;
            at = end - 1;
        }

        return tokens;
    }

    private static bool Opens(string text, int at)
    {
        if (char.IsLetterOrDigit(text[at]))
            return true;
        if (at + 1 >= text.Length)
            return false;
        var isDotName = text[at] == '.' && char.IsLetter(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
        return isDotName || (NumberReader.IsCurrency(text[at]) && char.IsAsciiDigit(text[at + 1]));
    }

    private static bool Continues(string text, int start, int at)
    {
        var character = text[at];
        if (char.IsLetterOrDigit(character) || character == '_')
            return true;
        var isInside = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);
        return character switch
        {
            '.' or '&' or '\'' or '’' => isInside,
            ',' => isInside && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            '#' => char.IsLetter(text[at - 1]),
            '+' => char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] == '+' && at - start < 4),
            '%' => char.IsAsciiDigit(text[at - 1]),
            _ => false,
        };
    }
}
