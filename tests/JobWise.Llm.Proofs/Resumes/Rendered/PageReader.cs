using System.Text.RegularExpressions;
using JobWise.Llm.Proofs.Resumes.Facts;

namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>Reads the facts back from the blocks of a page. It knows the format that users see, and no code that wrote it.</summary>
internal sealed partial class PageReader
{
    private static readonly string[] EntryTitles = [.. EntrySections.All.Select(section => section.Title)];
    private static readonly string[] ListTitles = ["Skills", "Languages", "Interests", "References", "Profiles"];
    private static readonly string[] Labels = ["Type: ", "Roles: ", "Keywords: ", "Score: ", "Courses: "];

    private readonly List<Fact> _facts = [];
    private readonly List<string> _keySkills = [];
    private readonly List<string> _summary = [];
    private readonly List<(string Owner, string Text)> _bullets = [];

    private PageReader()
    {
    }

    public static Page Read(IReadOnlyList<Block> blocks)
    {
        var reader = new PageReader();
        foreach (var section in Cut(blocks, BlockKind.Section))
        {
            reader.ReadSection(section);
        }

        return new Page
        {
            Facts = reader._facts,
            KeySkills = reader._keySkills,
            Summary = string.Join(' ', reader._summary),
            Bullets = reader._bullets,
            AllText = string.Join("\n", blocks.Select(block => block.Text)),
        };
    }

    private static IEnumerable<List<Block>> Cut(IEnumerable<Block> blocks, BlockKind at)
    {
        var part = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.Kind == at && part.Count > 0)
            {
                yield return part;
                part = [];
            }

            part.Add(block);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private void ReadSection(List<Block> section)
    {
        var (head, content) = (section[0], section.Skip(1).ToList());
        switch (head)
        {
            case { Kind: not BlockKind.Section }:
                ReadHead(section);
                break;
            case { Text: "Summary" }:
                _summary.AddRange(content.Select(block => block.Text));
                break;
            case { Text: "Key skills" }:
                _keySkills.AddRange(content.SelectMany(block => Split(block.Text)));
                break;
            case { Text: var title } when ListTitles.Contains(title, StringComparer.Ordinal):
                content.ForEach(line => ReadLine(title, line));
                break;
            case { Text: var title } when EntryTitles.Contains(title, StringComparer.Ordinal):
                Cut(content, BlockKind.Entry).ToList().ForEach(entry => ReadEntry(title, entry));
                break;
            default:
                _facts.Add(new Fact("Section", "", head.Text));
                break;
        }
    }

    private void ReadHead(List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var isContact = block.Kind != BlockKind.Name && ContactSign().IsMatch(block.Text);
            _facts.AddRange(isContact
                ? block.Text.Split(" | ").SelectMany(Contact)
                : [new Fact(block.Kind == BlockKind.Name ? "Name" : "Label", "", block.Text)]);
        }
    }

    private void ReadLine(string title, Block line)
    {
        if (title is "References" or "Profiles")
        {
            var name = line.Strong.Length > 0 ? line.Strong : line.Text;
            _facts.Add(new Fact(title, "", title == "Profiles" ? name[(name.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim() : name));
            return;
        }

        var items = line.Strong.Length > 0 ? Split(line.Rest).Select(item => new Fact(title, line.Strong, item)) : [new Fact(title, "", line.Text)];
        _facts.AddRange(items);
    }

    private void ReadEntry(string title, List<Block> entry)
    {
        if (entry[0].Kind != BlockKind.Entry)
        {
            _facts.AddRange(entry.Select(block => new Fact($"{title} without a heading", "", block.Text)));
            return;
        }

        var where = entry.ElementAtOrDefault(1) is { Kind: BlockKind.Paragraph } second && IsWhere(second) ? second : null;
        var organization = where?.Strong ?? "";
        var rest = where?.Rest.Split(" | ", StringSplitOptions.RemoveEmptyEntries) ?? [];
        var dates = rest.FirstOrDefault(part => OnlyDates().IsMatch(part)) ?? "";
        var owner = EntrySection.Owner(title, entry[0].Text, organization);
        _facts.AddRange(EntryFacts.Of(title, entry[0].Text, organization, Plain.Dates(dates), string.Join(" | ", rest.Where(part => part != dates))));
        var below = entry.Skip(where is null ? 1 : 2).ToList();
        _facts.AddRange(below.Where(block => block.Kind == BlockKind.Paragraph).Select(block => new Fact("Detail", owner, WithoutLabel(block.Text))));
        _bullets.AddRange(below.Where(block => block.Kind == BlockKind.Item).Select(block => (owner, block.Text)));
    }

    private static bool IsWhere(Block block) => block.Strong.Length > 0 || OnlyDates().IsMatch(block.Text.Split(" | ")[0]);

    private static string WithoutLabel(string text) =>
        Labels.FirstOrDefault(label => text.StartsWith(label, StringComparison.Ordinal)) is { } label ? text[label.Length..] : text;

    // An address is stated part by part; mail, phone and web addresses are one part each.
    private static IEnumerable<Fact> Contact(string part) =>
        (ContactSign().IsMatch(part) ? [part] : Split(part)).Select(piece => new Fact("Contact", "", piece));

    private static IEnumerable<string> Split(string text) => text.Split(", ").Select(part => part.Trim()).Where(part => part.Length > 0);

    [GeneratedRegex(@"^(\d{2}/)?\d{4}( – ((\d{2}/)?\d{4}|Present))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OnlyDates();

    [GeneratedRegex(@"@|://|\(?\d{3}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ContactSign();
}
