namespace JobWise.Llm.Pipeline;

/// <summary>Reads digits and signs inside words as the letters that they are written for.</summary>
internal static class DigitsForLetters
{
    private const string Signs = "0134578@$!+|";
    private const string Letters = "oieastbasitl";

    /// <summary>Null where no word has any.</summary>
    public static string? Replace(string folded)
    {
        char[]? replaced = null;
        for (var i = 0; i < folded.Length; i++)
        {
            if (Signs.IndexOf(folded[i], StringComparison.Ordinal) is >= 0 and var at && IsInWord(folded, i))
            {
                replaced ??= folded.ToCharArray();
                replaced[i] = Letters[at];
            }
        }

        return replaced is null ? null : new string(replaced);
    }

    private static bool IsInWord(string text, int at) =>
        HasLetter(text, at, 1) || (HasLetter(text, at, -1) && text[at] != '!');

    /// <summary>Looks past further signs, as in <c>4ll</c> and <c>3v3ryth1ng</c>.</summary>
    private static bool HasLetter(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            if (char.IsAsciiLetter(text[i]))
            {
                return true;
            }

            if (Signs.IndexOf(text[i], StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }

        return false;
    }
}
