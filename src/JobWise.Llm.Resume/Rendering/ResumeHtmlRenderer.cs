using System.Net;
using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>Writes a resume as one self-contained HTML page: one column, no script, no picture, nothing loaded from elsewhere; prints on A4 and Letter.</summary>
public static class ResumeHtmlRenderer
{
    private const string Style =
        "body{font:11pt/1.4 Arial,Helvetica,sans-serif;color:#111;max-width:48em;margin:2em auto;padding:0 1em}"
        + "h1{font-size:20pt;margin:0}h2{font-size:13pt;border-bottom:1px solid #999;margin:1.2em 0 .4em}"
        + "h3{font-size:11pt;margin:.8em 0 0}p{margin:.2em 0}ul{margin:.3em 0;padding-left:1.3em}"
        + "@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}li{break-inside:avoid}}";

    /// <summary>The whole page. Every text is encoded.</summary>
    /// <param name="document">The resume.</param>
    public static string Render(TailoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(Encode(document.Name)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
        AppendHead(page, document);
        foreach (var section in document.Sections)
        {
            AppendHeading(page, section.Title);
            AppendList(page, section.Lines);
            foreach (var entry in section.Entries)
                AppendEntry(page, entry);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendHead(StringBuilder page, TailoredDocument document)
    {
        page.Append("<h1>").Append(Encode(document.Name)).Append("</h1>\n");
        AppendParagraph(page, "label", document.Label);
        AppendParagraph(page, "contact", document.Contact.Count == 0 ? null : string.Join(" | ", document.Contact));
        if (document.Summary.Count > 0)
        {
            AppendHeading(page, "Summary");
            AppendParagraph(page, "summary", string.Join(' ', document.Summary.Select(sentence => sentence.Text)));
        }

        if (document.KeySkills.Count > 0)
        {
            AppendHeading(page, "Key skills");
            AppendParagraph(page, "key-skills", string.Join(", ", document.KeySkills));
        }

        if (document.Skills.Count > 0)
        {
            AppendHeading(page, "Skills");
            AppendList(page, [.. document.Skills.Select(LineFactory.Of)]);
        }
    }

    private static void AppendEntry(StringBuilder page, DocumentEntry entry)
    {
        page.Append("<h3>").Append(Encode(entry.Heading)).Append("</h3>\n");
        var organization = entry.Organization is null ? null : $"<strong>{Encode(entry.Organization)}</strong>";
        var where = string.Join(" | ", new[] { organization, Encode(entry.Dates), Encode(entry.Location) }.OfType<string>());
        if (where.Length > 0)
            page.Append("<p class=\"where\">").Append(where).Append("</p>\n");
        foreach (var paragraph in entry.Paragraphs)
            AppendParagraph(page, "about", paragraph);
        AppendList(page, [.. entry.Bullets.Select(bullet => LineFactory.Of(lead: null, bullet.Text))]);
    }

    private static void AppendHeading(StringBuilder page, string title) => page.Append("<h2>").Append(Encode(title)).Append("</h2>\n");

    private static void AppendParagraph(StringBuilder page, string kind, string? text)
    {
        if (text is not null)
            page.Append("<p class=\"").Append(kind).Append("\">").Append(Encode(text)).Append("</p>\n");
    }

    private static void AppendList(StringBuilder page, IReadOnlyList<DocumentLine> lines)
    {
        if (lines.Count == 0)
            return;
        page.Append("<ul>\n");
        foreach (var line in lines)
        {
            var lead = line.Text is null ? Encode(line.Lead) : line.Lead is null ? string.Empty : $"<strong>{Encode(line.Lead)}</strong>: ";
            page.Append("<li>").Append(lead).Append(Encode(line.Text)).Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static string? Encode(string? text) => text is null ? null : WebUtility.HtmlEncode(text);
}
