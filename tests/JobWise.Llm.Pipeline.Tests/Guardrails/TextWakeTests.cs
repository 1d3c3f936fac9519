namespace JobWise.Llm.Pipeline.Tests.Guardrails;

public class TextWakeTests
{
    private static readonly TextWake Wake = GuardsUnderTest.CreateScan().Wake;

    [Fact]
    public void Look_an_ordinary_text_of_any_length_stays_asleep()
    {
        for (var length = 0; length <= GuardsUnderTest.Clean.Length; length++)
        {
            Assert.Equal(WakeReasons.None, Wake.Look(GuardsUnderTest.Clean.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Look_allocates_nothing()
    {
        Wake.Look(GuardsUnderTest.Clean);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Wake.Look(GuardsUnderTest.Clean);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("Disregard", nameof(WakeReasons.Word))]
    [InlineData("AI rules", nameof(WakeReasons.Word))]
    [InlineData("gsk_", nameof(WakeReasons.Secret))]
    [InlineData("w0rd", nameof(WakeReasons.Shape))]
    [InlineData("i g n o r e", nameof(WakeReasons.Shape))]
    [InlineData("\u200B", nameof(WakeReasons.Shape))]
    [InlineData("\u0001", nameof(WakeReasons.Shape))]
    [InlineData("\u5FFD", nameof(WakeReasons.Shape))]
    [InlineData("<|x|>", nameof(WakeReasons.Shape))]
    [InlineData("<!-- x", nameof(WakeReasons.Shape))]
    public void Look_finds_it_wherever_it_stands(string piece, string expected)
    {
        for (var at = 0; at < 130; at++)
        {
            var text = new string('.', at).Replace("..", ". ", StringComparison.Ordinal) + " " + piece + " .. ..";

            Assert.True(Wake.Look(text).HasFlag(Enum.Parse<WakeReasons>(expected)), $"at {at}");
        }
    }

    [Theory]
    [InlineData("The rules of the ward")]
    [InlineData("C# and R&D, 14 % [1] {x} a|b \\ path # 5 < 6")]
    [InlineData("Zoë Müller, Łódź – 12 € … “quoted” 😀")]
    public void Look_one_common_word_or_mark_is_not_enough(string text) => Assert.Equal(WakeReasons.None, Wake.Look(text));

    [Fact]
    public void Look_two_common_words_wake_only_near_each_other()
    {
        var near = "The system has rules.";
        var far = "The system " + new string('-', 200).Replace("--", "- ", StringComparison.Ordinal) + " has rules.";

        Assert.Equal(WakeReasons.Word, Wake.Look(near));
        Assert.Equal(WakeReasons.None, Wake.Look(far) & WakeReasons.Word);
    }
}
