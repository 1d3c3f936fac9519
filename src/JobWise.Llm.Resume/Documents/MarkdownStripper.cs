using System.Text;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Resume;

/// <summary>Takes the marks out of Markdown so that words stand next to each other as a reader sees them.</summary>
internal static partial class MarkdownStripper
{
    public static string Strip(string text)
    {
        var plain = WithoutComments(text);
        plain = Links().Replace(plain, "${label}");
        plain = Tags().Replace(plain, " ");
        plain = LineMarks().Replace(plain, string.Empty);
        return Emphasis().Replace(plain, string.Empty).Trim();
    }

    // By hand, in one pass: a pattern would look for the end of each comment anew, and a hostile posting has many beginnings.
    private static string WithoutComments(string text)
    {
        var builder = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("<!--", at, StringComparison.Ordinal) is >= 0 and var start
            && text.IndexOf("-->", start, StringComparison.Ordinal) is >= 0 and var end)
        {
            builder.Append(text, at, start - at).Append(' ');
            at = end + 3;
        }

        return builder.Append(text, at, text.Length - at).ToString();
    }

    // Every repeat is bounded, so that the cost grows with the length alone.
    [GeneratedRegex(@"!?\[(?<label>[^\[\]\n]{0,300})\]\([^()\n]{0,500}\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    // Only what looks like a tag: "<5 years" stays.
    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]{0,500}>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineMarks();

    [GeneratedRegex(@"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emphasis();
}
