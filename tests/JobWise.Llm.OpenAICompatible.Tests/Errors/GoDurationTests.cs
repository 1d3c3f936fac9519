using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Errors;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("2m59.56s", 179.56)]
    [InlineData("7.66s", 7.66)]
    [InlineData("172ms", 0.172)]
    [InlineData("1h0m6s", 3606.0)]
    [InlineData("6m0s", 360.0)]
    [InlineData("500µs", 0.0005)]
    [InlineData("1d2h", 93600.0)]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData("5", null)]
    [InlineData("5x", null)]
    [InlineData("-5s", null)]
    [InlineData("1.2.3s", null)]
    [InlineData("0s", null)]
    [InlineData("999999999h", null)]
    public void TryParse_text(string text, double? seconds) =>
        Assert.Equal(seconds is { } expected ? new TimeSpan((long)Math.Round(expected * 10_000_000)) : null, GoDuration.TryParse(text));
}
