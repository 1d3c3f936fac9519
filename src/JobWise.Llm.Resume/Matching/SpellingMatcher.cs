namespace JobWise.Llm.Resume;

/// <summary>
/// Decides whether a spelling stands at a place in a text as a word of its own. The usual <c>\b</c> does not do: it loses C++, C# and .NET and
/// finds C in C++, R in R&amp;D and Java in Java.util.
/// </summary>
internal static class SpellingMatcher
{
    public static TextMatch? Find(KnownSpelling spelling, string text)
    {
        var comparison = spelling.IsExactCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var first = spelling.Text.AsSpan(0, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOf(first, comparison);
            if (next < 0)
                return null;
            at += next;
            if (MatchAt(spelling, text, at) is { } match)
                return match;
        }

        return null;
    }

    public static TextMatch? MatchAt(KnownSpelling spelling, string text, int start)
    {
        if (EndOf(spelling, text, start) is not { } end || !IsOpen(spelling, text, start))
            return null;
        if (!IsClosed(spelling, text, end))
        {
            // The plural of a name is the name: "REST APIs", "ERPs".
            if (spelling.Text.Length < 2 || end >= text.Length || text[end] != 's' || !IsClosed(spelling, text, end + 1))
                return null;
            end++;
        }

        return spelling.IsAmbiguous && !AmbiguousName.IsMeant(text, start, end) ? null : new TextMatch(start, end - start);
    }

    // A space or hyphen of the spelling stands for any run of spaces and hyphens; a slash may have spaces around it.
    private static int? EndOf(KnownSpelling spelling, string text, int start)
    {
        var at = start;
        foreach (var expected in spelling.Text)
        {
            if (expected is ' ' or '-')
            {
                if (at >= text.Length || !IsJoint(text[at]))
                    return null;
                at = Skip(text, at, IsJoint);
                continue;
            }

            if (expected == '/')
                at = Skip(text, at, static character => character == ' ');
            if (at >= text.Length || !IsSame(text[at], expected, spelling.IsExactCase))
                return null;
            at++;
            if (expected == '/')
                at = Skip(text, at, static character => character == ' ');
        }

        return at;
    }

    private static bool IsOpen(KnownSpelling spelling, string text, int start)
    {
        if (start == 0)
            return true;
        var before = text[start - 1];
        if (char.IsLetterOrDigit(before) || before is '_' or '@')
            return false;
        if (before is '+' or '#' or '&')
            return false;
        if (before == '.')
            return start < 2 || !char.IsLetterOrDigit(text[start - 2]);
        return before != '-' || !spelling.IsAmbiguous;
    }

    private static bool IsClosed(KnownSpelling spelling, string text, int end)
    {
        if (end >= text.Length)
            return true;
        var after = text[end];
        var isFollowed = end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
        return after switch
        {
            '_' or '@' or '#' => false,
            '+' => !spelling.IsAmbiguous && !(end + 1 < text.Length && text[end + 1] == '+'),
            '.' or '&' => !isFollowed,
            '-' => !(spelling.IsAmbiguous && isFollowed),
            _ => !char.IsLetterOrDigit(after),
        };
    }

    private static bool IsSame(char left, char right, bool isExactCase) =>
        left == right || (!isExactCase && char.ToLowerInvariant(left) == char.ToLowerInvariant(right));

    private static bool IsJoint(char character) => character is ' ' or '-' or '\u2010' or '\u2011' or '\n' or '\r' or '\t' or '\u00A0';

    private static int Skip(string text, int at, Func<char, bool> isSkipped)
    {
        while (at < text.Length && isSkipped(text[at]))
            at++;
        return at;
    }
}
