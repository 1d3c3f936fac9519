using JobWise.Llm.Proofs.Resumes.Facts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>Reads a Markdown page through a CommonMark parser.</summary>
internal static class MarkdownBlocks
{
    public static IReadOnlyList<Block> Read(string markdown) => [.. Markdown.Parse(markdown).SelectMany(Read)];

    private static IEnumerable<Block> Read(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => [new Block(KindOf(heading.Level), Text(heading.Inline))],
        ParagraphBlock paragraph => [new Block(BlockKind.Paragraph, Text(paragraph.Inline), Strong(paragraph.Inline))],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => item.OfType<ParagraphBlock>())
            .Select(paragraph => new Block(BlockKind.Item, Text(paragraph.Inline), Strong(paragraph.Inline))),
        // What the format does not have is kept as text, so that the comparison reports it.
        LeafBlock other => [new Block(BlockKind.Paragraph, Plain.Text(other.Lines.ToString()))],
        ContainerBlock container => container.SelectMany(Read),
        _ => [],
    };

    private static BlockKind KindOf(int level) => level switch
    {
        1 => BlockKind.Name,
        2 => BlockKind.Section,
        _ => BlockKind.Entry,
    };

    private static string Strong(ContainerInline? inline) =>
        inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } strong ? Text(strong) : "";

    private static string Text(ContainerInline? inline) => Plain.Text(string.Concat((inline ?? Enumerable.Empty<Inline>()).Select(TextOf)));

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => " ",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        HtmlInline html => html.Tag,
        AutolinkInline link => link.Url,
        ContainerInline container => string.Concat(container.Select(TextOf)),
        _ => "",
    };
}
