namespace JobWise.Llm.Resume.Rendering;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("C# and C++", "C# and C++")]
    [InlineData("snake_case *bold* `code`", @"snake\_case \*bold\* \`code\`")]
    [InlineData("[link](x) <b> ~5", @"\[link\](x) \<b> \~5")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("R&D &amp; AT&T", @"R&D \&amp; AT&T")]
    [InlineData("use # here", @"use \# here")]
    public void Inline_only_what_markdown_reads_is_escaped(string text, string expected) => Assert.Equal(expected, MarkdownText.Inline(text));

    [Theory]
    [InlineData("- dash", @"\- dash")]
    [InlineData("+1 (212) 555", @"\+1 (212) 555")]
    [InlineData("2019. A year", @"2019\. A year")]
    [InlineData("1) one", @"1\) one")]
    [InlineData("# x", @"\# x")]
    [InlineData("=", @"\=")]
    [InlineData("50% of 3.5", "50% of 3.5")]
    [InlineData("3.5 points", @"3\.5 points")]
    public void Line_what_would_begin_a_block_is_escaped(string text, string expected) => Assert.Equal(expected, MarkdownText.Line(text));
}
