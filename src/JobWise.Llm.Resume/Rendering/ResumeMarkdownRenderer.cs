using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>Writes a resume as CommonMark, one column, standard headings.</summary>
public static class ResumeMarkdownRenderer
{
    /// <summary>The whole resume, ending in a line break.</summary>
    /// <param name="document">The resume.</param>
    public static string Render(TailoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<string> blocks = [$"# {MarkdownText.Inline(document.Name)}{(document.Label is null ? "" : $"\n{MarkdownText.Line(document.Label)}")}"];
        if (document.Contact.Count > 0)
            blocks.Add(string.Join(" | ", document.Contact.Select((part, index) => index == 0 ? MarkdownText.Line(part) : MarkdownText.Inline(part))));
        if (document.Summary.Count > 0)
            AddSection(blocks, "Summary", [MarkdownText.Line(string.Join(' ', document.Summary.Select(sentence => sentence.Text)))]);
        if (document.KeySkills.Count > 0)
            AddSection(blocks, "Key skills", [MarkdownText.Line(string.Join(", ", document.KeySkills))]);
        if (document.Skills.Count > 0)
            AddSection(blocks, "Skills", [List(document.Skills.Select(LineFactory.Of))]);
        foreach (var section in document.Sections)
            AddSection(blocks, section.Title, section.Lines.Count > 0 ? [List(section.Lines)] : section.Entries.SelectMany(Entry));
        return string.Join("\n\n", blocks) + "\n";
    }

    private static void AddSection(List<string> blocks, string title, IEnumerable<string> content)
    {
        string[] parts = [.. content];
        blocks.Add($"## {title}\n{parts[0]}");
        blocks.AddRange(parts.Skip(1));
    }

    private static IEnumerable<string> Entry(DocumentEntry entry)
    {
        var head = new StringBuilder($"### {MarkdownText.Inline(entry.Heading)}");
        if (Where(entry) is { Length: > 0 } where)
            head.Append('\n').Append(where);
        yield return head.ToString();
        foreach (var paragraph in entry.Paragraphs)
            yield return MarkdownText.Line(paragraph);
        if (entry.Bullets.Count > 0)
            yield return string.Join('\n', entry.Bullets.Select(bullet => $"- {MarkdownText.Line(bullet.Text)}"));
    }

    private static string Where(DocumentEntry entry)
    {
        var organization = entry.Organization is null ? null : $"**{MarkdownText.Inline(entry.Organization)}**";
        var others = new[] { entry.Dates, entry.Location }.OfType<string>().ToArray();
        var rest = others.Select((part, index) => index == 0 && organization is null ? MarkdownText.Line(part) : MarkdownText.Inline(part));
        return string.Join(" | ", new[] { organization }.OfType<string>().Concat(rest));
    }

    private static string List(IEnumerable<DocumentLine> lines) => string.Join('\n', lines.Select(line => (line.Lead, line.Text) switch
    {
        (null, _) => $"- {MarkdownText.Line(line.Text ?? string.Empty)}",
        (_, null) => $"- {MarkdownText.Line(line.Lead)}",
        _ => $"- **{MarkdownText.Inline(line.Lead)}**: {MarkdownText.Inline(line.Text)}",
    }));
}
