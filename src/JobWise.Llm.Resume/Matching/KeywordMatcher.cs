namespace JobWise.Llm.Resume;

/// <summary>Finds a keyword in a text: by its known spellings, and for plain words by their stems.</summary>
internal static class KeywordMatcher
{
    public static bool Contains(string text, string keyword) => Find(text, keyword) is not null;

    /// <summary>The first place of the keyword, or null.</summary>
    public static TextMatch? Find(string text, string keyword)
    {
        var wanted = keyword.Trim();
        if (wanted.Length == 0)
            return null;
        return KnownNames.Find(wanted) is { } name
            ? FindFirst(text, name.Spellings)
            : SpellingMatcher.Find(KnownSpelling.OfUnknown(wanted), text) ?? FindByStems(text, wanted);
    }

    private static TextMatch? FindFirst(string text, IReadOnlyList<KnownSpelling> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (SpellingMatcher.Find(spelling, text) is { } match)
                return match;
        }

        return null;
    }

    // "data pipelines" finds "data pipeline", "testing" finds "tests". Only for words of letters: names keep their exact form.
    private static TextMatch? FindByStems(string text, string wanted)
    {
        if (wanted.Length < 4 || !wanted.All(character => char.IsLetter(character) || character is ' ' or '-'))
            return null;
        var stems = WordScanner.Words(wanted).Select(word => WordStems.Of(word.In(wanted))).ToArray();
        var words = WordScanner.Words(text);
        for (var first = 0; first + stems.Length <= words.Count; first++)
        {
            if (IsRun(text, words, first, stems))
                return new(words[first].Start, words[first + stems.Length - 1].End - words[first].Start);
        }

        return null;
    }

    private static bool IsRun(string text, IReadOnlyList<TextMatch> words, int first, string[] stems)
    {
        for (var index = 0; index < stems.Length; index++)
        {
            var word = words[first + index];
            if (WordStems.Of(word.In(text)) != stems[index])
                return false;
            if (index > 0 && text.AsSpan(words[first + index - 1].End, word.Start - words[first + index - 1].End).ContainsAnyExcept(" -\n\r\t"))
                return false;
        }

        return true;
    }
}
