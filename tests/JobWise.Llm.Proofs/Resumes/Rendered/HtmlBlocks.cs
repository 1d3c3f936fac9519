using System.Net;
using System.Text.RegularExpressions;
using JobWise.Llm.Proofs.Resumes.Facts;

namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>Reads the body of an HTML page that uses headings, paragraphs, list items and bold.</summary>
internal static partial class HtmlBlocks
{
    public static IReadOnlyList<Block> Read(string html) => [.. Element().Matches(Body(html))
        .Select(match => ToBlock(match.Groups["tag"].Value.ToLowerInvariant(), match.Groups["inner"].Value))];

    private static Block ToBlock(string tag, string inner)
    {
        var strong = Bold().Match(inner);
        return new Block(KindOf(tag), Decode(inner), strong.Success ? Decode(strong.Groups["text"].Value) : "");
    }

    private static BlockKind KindOf(string tag) => tag switch
    {
        "h1" => BlockKind.Name,
        "h2" => BlockKind.Section,
        "h3" => BlockKind.Entry,
        "li" => BlockKind.Item,
        _ => BlockKind.Paragraph,
    };

    private static string Body(string html)
    {
        var start = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? html : html[start..];
    }

    private static string Decode(string inner) => Plain.Text(WebUtility.HtmlDecode(Tag().Replace(inner, "")));

    [GeneratedRegex(@"(?s)<(?<tag>h1|h2|h3|p|li)(\s[^>]*)?>(?<inner>.*?)</\k<tag>>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Element();

    [GeneratedRegex(@"(?s)^\s*<strong>(?<text>.*?)</strong>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
