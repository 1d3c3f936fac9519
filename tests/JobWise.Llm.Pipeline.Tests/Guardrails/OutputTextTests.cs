namespace JobWise.Llm.Pipeline.Tests.Guardrails;

public class OutputTextTests
{
    private const string Markdown =
        "# Title\n\n- item\n    - nested   item\n\n```csharp\nvar  x = 1;\t// tab\r\n```\n\n| a  |  b |\n|---|---|\nline end  \nnext 😀 “é” \u200Dא\u200F";

    [Fact]
    public void Clean_Markdown_comes_back_as_the_same_string_without_allocating()
    {
        OutputText.Clean(Markdown);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var clean = OutputText.Clean(Markdown);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Same(Markdown, clean);
    }

    [Theory]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe\u0085f", "abcdef")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("a\uFEFFb", "a\uFEFFb")]
    [InlineData("user\u202Enimda\u202C \u2066x\u2069", "usernimda x")]
    [InlineData("a\vb\fc\td\ne\r", "abc\td\ne\r")]
    public void Clean_removes_what_no_reader_sees(string text, string expected) => Assert.Equal(expected, OutputText.Clean(text));

    [Fact]
    public void Clean_removes_halves_of_characters_and_keeps_whole_ones()
    {
        Assert.Equal("abc", OutputText.Clean("a\uD800b\uDC00c"));
        Assert.Equal("\uD83D\uDE00", OutputText.Clean("\uDC00\uD83D\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{\"a\":[1,{\"b\":null}]}", true)]
    [InlineData("[]", false)]
    [InlineData("{\"a\":1", false)]
    [InlineData("{} {}", false)]
    [InlineData("```json\n{}\n```", false)]
    [InlineData("Sure! {}", false)]
    [InlineData("", false)]
    public void IsObject_takes_one_whole_object_and_nothing_else(string text, bool expected) => Assert.Equal(expected, JsonCheck.IsObject(text));
}
