namespace JobWise.Llm.Resume;

/// <summary>Tells by its neighbours whether a word that is also an everyday word, or a single letter, is meant as a name.</summary>
internal static class AmbiguousName
{
    private static readonly HashSet<string> LeadsToALanguage =
        new(["and", "or", "in", "with", "using", "via", "to", "from", "like"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> VerbPhrases = new(["to", "live", "beyond", "through", "at", "of"], StringComparer.OrdinalIgnoreCase);

    public static bool IsMeant(string text, int start, int end) =>
        end - start == 1 ? IsLetterMeant(text, start, end) : IsWordMeant(text, start, end);

    // "Python, R and SQL" but not "vitamin C", "J. R. Smith" or "Plan C".
    private static bool IsLetterMeant(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        if (end < text.Length && text[end] == '.' && text.AsSpan(end + 1).Trim().Length > 0 && (before.IsEmpty || before[^1] == '.'))
            return false;
        if (before.IsEmpty || before[^1] is ',' or '/' or ';' or ':' or '(' or '|' or '•' or '–' or '-' or '*')
            return true;
        return LeadsToALanguage.Contains(LastWord(before));
    }

    // At the beginning of a sentence every word is capital: "Go to market", "Teams of five", "Spring 2021".
    private static bool IsWordMeant(string text, int start, int end)
    {
        var next = NextWord(text, end);
        if (VerbPhrases.Contains(next) || (next.Length == 4 && next.All(char.IsAsciiDigit)))
            return false;
        var before = text.AsSpan(0, start).TrimEnd(' ');
        var isSentenceStart = before.IsEmpty || before[^1] is '.' or '!' or '?' or '\n' or '\r';
        var runsOn = end < text.Length && text[end] == ' ' && next.Length > 0 && char.IsLower(next[0]);
        return !(isSentenceStart && runsOn);
    }

    private static string LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..].ToString();
    }

    private static string NextWord(string text, int end)
    {
        var start = end;
        while (start < text.Length && text[start] == ' ')
            start++;
        var stop = start;
        while (stop < text.Length && char.IsLetterOrDigit(text[stop]))
            stop++;
        return text[start..stop];
    }
}
