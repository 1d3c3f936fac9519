using System.Buffers;

namespace JobWise.Llm.Pipeline;

/// <summary>Tells the marks that begin a template, a comment, an image or an escape from those of ordinary text, such as <c>C#</c>, <c>14 %</c> and <c>R&amp;D</c>.</summary>
internal static class WakeMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<[{\\&%#");

    public static bool AreIn(ReadOnlySpan<char> text)
    {
        var at = -1;
        while (at + 1 < text.Length && text[(at + 1)..].IndexOfAny(Marks) is >= 0 and var next)
        {
            at += next + 1;
            if (IsOpening(text[at..], at > 0 ? text[at - 1] : ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpening(ReadOnlySpan<char> text, char before) => text switch
    {
        ['<', '|' or '!' or '<' or '/' or 's' or 'S' or 'i' or 'I' or 'e', ..] => true,
        ['[', '/' or 'i' or 'I' or 's' or 'S' or 'a' or 'A' or 'd' or 'D', ..] => true,
        ['[', ..] => before == '!',
        ['{', '{', ..] or ['#', '#', ..] or ['&', '#', ..] => true,
        ['\\', 'u' or 'x' or 'U' or 'X', ..] => true,
        ['%', '4' or '5' or '6' or '7', _, '%', ..] => true,
        _ => false,
    };
}
