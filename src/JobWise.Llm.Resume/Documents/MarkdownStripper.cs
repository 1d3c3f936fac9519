using System.Text.RegularExpressions;

namespace JobWise.Llm.Resume;

/// <summary>Takes the marks out of Markdown so that words stand next to each other as a reader sees them.</summary>
internal static partial class MarkdownStripper
{
    public static string Strip(string text)
    {
        var plain = Comments().Replace(text, " ");
        plain = Links().Replace(plain, "${label}");
        plain = Tags().Replace(plain, " ");
        plain = LineMarks().Replace(plain, string.Empty);
        return Emphasis().Replace(plain, string.Empty).Trim();
    }

    // Every repeat is bounded, so that a hostile posting costs no more than its length.
    [GeneratedRegex("<!--.{0,2000}?-->", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();

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
