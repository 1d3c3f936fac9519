using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>Joins letters that were written apart, as in <c>i g n o r e</c> or <c>i-g-n-o-r-e</c>. A wider or another gap between two letters starts a new word.</summary>
internal static class SpacedLetters
{
    private const int FewestLetters = 4;
    private const int WidestGap = 4;

    /// <summary>Null where the text has none.</summary>
    public static string? Join(string folded)
    {
        StringBuilder? joined = null;
        var copied = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (!IsSingle(folded, i) || EndOfRun(folded, i, out var word) is not { } end)
            {
                continue;
            }

            joined ??= new StringBuilder(folded.Length);
            joined.Append(folded, copied, i - copied).Append(word);
            copied = end;
            i = end;
        }

        return joined?.Append(folded, copied, folded.Length - copied).ToString();
    }

    private static int? EndOfRun(string text, int start, out string joined)
    {
        var word = new StringBuilder().Append(text[start]);
        var (letters, end) = (1, start + 1);
        var gap = GapAt(text, end);
        while (GapAt(text, end) is { Length: > 0 } next && IsSingle(text, end + next.Length))
        {
            if (next != gap && letters > 1)
            {
                word.Append(' ');
            }

            gap = next.Length < gap.Length ? next : gap;
            end += next.Length;
            word.Append(text[end++]);
            letters++;
        }

        joined = word.ToString();
        return letters >= FewestLetters ? end : null;
    }

    private static string GapAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= WidestGap && !char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - start > WidestGap ? string.Empty : text[start..end];
    }

    private static bool IsSingle(string text, int at) =>
        at < text.Length && char.IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
