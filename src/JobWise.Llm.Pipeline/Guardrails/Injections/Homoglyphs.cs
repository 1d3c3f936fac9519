namespace JobWise.Llm.Pipeline;

/// <summary>Cyrillic and Greek letters that look like Latin ones. They are read as Latin only in a word that also has Latin letters: other words are words of their own language.</summary>
internal static class Homoglyphs
{
    private const string Looks = "\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501\u051B\u051D\u04BB\u0261"
        + "\u03B1\u03B2\u03B5\u03B7\u03B9\u03BA\u03BC\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03C9\u03C3\u03B3";

    private const string Latin = "abekmhopctyxsijdqwhg" + "abeniku" + "voptuxwoy";

    /// <summary>Null where no word mixes alphabets.</summary>
    public static string? Replace(string folded)
    {
        char[]? replaced = null;
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsLetter(folded[i]))
            {
                continue;
            }

            if (IsMixed(folded.AsSpan(start, i - start)))
            {
                replaced ??= folded.ToCharArray();
                ReplaceIn(replaced.AsSpan(start, i - start));
            }

            start = i + 1;
        }

        return replaced is null ? null : new string(replaced);
    }

    private static bool IsMixed(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('\u0370', '\u052F');

    private static void ReplaceIn(Span<char> word)
    {
        foreach (ref var letter in word)
        {
            var at = Looks.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Latin[at];
        }
    }
}
