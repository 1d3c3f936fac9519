namespace JobWise.Llm.Resume;

/// <summary>Cuts a text into runs of letters and digits.</summary>
internal static class WordScanner
{
    public static IReadOnlyList<TextMatch> Words(string text)
    {
        List<TextMatch> words = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
                continue;
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            words.Add(new(at, end - at));
            at = end;
        }

        return words;
    }
}
