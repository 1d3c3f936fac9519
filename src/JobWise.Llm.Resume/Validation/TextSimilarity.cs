namespace JobWise.Llm.Resume;

/// <summary>How much of a text is in its source, for display. Measured on labelled pairs it does not tell true from false, so nothing is decided by it.</summary>
internal static class TextSimilarity
{
    public static double Of(string text, string source)
    {
        var stems = Stems(text);
        var known = Stems(source).ToHashSet(StringComparer.Ordinal);
        return stems.Count == 0 ? 1 : Math.Round((double)stems.Count(known.Contains) / stems.Count, 2);
    }

    private static List<string> Stems(string text) => [.. WordScanner.Words(text).Select(word => WordStems.Of(word.In(text)))];
}
