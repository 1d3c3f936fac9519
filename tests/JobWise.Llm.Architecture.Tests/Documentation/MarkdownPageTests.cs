namespace JobWise.Llm.Architecture.Tests.Documentation;

public sealed class MarkdownPageTests
{
    [Fact]
    public void Snippets_takes_csharp_blocks_and_their_lines()
    {
        var page = new MarkdownPage("docs/a.md", "# A\n```bash\nls\n```\ntext\n```csharp\nvar a = 1;\nvar b = 2;\n```\n");

        Assert.Equal([new CodeBlock("docs/a.md", 6, "var a = 1;\nvar b = 2;")], page.Snippets());
    }

    [Fact]
    public void Links_ignores_code_and_the_web()
    {
        var page = new MarkdownPage("docs/a.md", "[b](b.md) `[c](c.md)` [d](https://d.org) [e](../e.md#f)\n```\n[g](g.md)\n```\n");

        Assert.Equal(["b.md", "../e.md#f"], page.Links());
        Assert.Equal(["docs/b.md", "e.md"], page.Links().Select(page.Resolve));
    }

    [Fact]
    public void Anchors_are_written_as_GitHub_writes_them()
    {
        var page = new MarkdownPage("docs/a.md", "# What `AddX()` does, and why\n## Keys_and more\n");

        Assert.Equal(["what-addx-does-and-why", "keys_and-more"], page.Anchors().Select(anchor => anchor));
    }
}
