namespace JobWise.Llm.Architecture.Tests.Documentation;

public sealed class SnippetTests
{
    private readonly SnippetCompiler _compiler = new();

    [Fact]
    public void Snippets_of_all_pages_compile()
    {
        var snippets = MarkdownPage.All.SelectMany(page => page.Snippets()).ToList();

        Findings.None(snippets.SelectMany(_compiler.Errors));
        Assert.NotEmpty(snippets);
    }

    [Fact]
    public void Errors_wrong_snippet_names_page_line_and_message()
    {
        var errors = _compiler.Errors(new CodeBlock("docs/some.md", 10, "using JobWise.Llm;\n\nvar wrong = LLMRequest.FromNowhere(\"x\");"));

        Assert.Equal(["docs/some.md:13: CS0117 'LLMRequest' does not contain a definition for 'FromNowhere'"], errors);
    }

    [Theory]
    [InlineData("Console.WriteLine(await Task.FromResult(1));")]
    [InlineData("using JobWise.Llm;\nConsole.WriteLine(LLMRequest.FromPrompt(\"x\").Prompt);")]
    [InlineData("public sealed record Match { public int Score { get; init; } }")]
    [InlineData("using System.Text.Json.Serialization;\n[JsonSerializable(typeof(string))] internal sealed partial class Json : JsonSerializerContext;")]
    public void Errors_right_snippet_has_none(string text) => Assert.Empty(_compiler.Errors(new CodeBlock("docs/some.md", 1, text)));
}
