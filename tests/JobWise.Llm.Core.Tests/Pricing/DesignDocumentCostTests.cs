namespace JobWise.Llm.Tests;

/// <summary>The cost sums of the design document at its own prices: 1,500 tokens in and 1,000 out for each of two stages.</summary>
public sealed class DesignDocumentCostTests
{
    private readonly LLMPriceBook _book = new();

    [Fact]
    public void Price_plain_stage_is_the_sum_of_input_and_output()
    {
        var cost = Stage();

        Assert.Equal(0.001675m, cost.Usd);
        Assert.Null(cost.UnknownBecause);
        Assert.Equal(new DateOnly(2025, 11, 10), cost.PriceValidFrom);
        Assert.False(cost.IsEstimated);
    }

    [Theory]
    [InlineData(null, false, "0.00335", "335.00")]
    [InlineData(600, false, "0.002996", "299.60")]
    [InlineData(null, true, "0.001675", "167.50")]
    public void Price_two_stages_are_a_resume(int? cached, bool isBatch, string perResume, string perHundredThousand)
    {
        var resume = Stage(cached, isBatch).Usd + Stage(cached, isBatch).Usd;

        Assert.Equal(Money(perResume), resume);
        Assert.Equal(Money(perHundredThousand), resume * 100_000);
    }

    [Fact]
    public void Price_cached_prefix_saves_a_tenth_not_28_percent()
    {
        var saved = 1 - (Stage(cached: 600).Usd / Stage().Usd);

        Assert.Equal(10.6m, decimal.Round(saved!.Value * 100, 1));
    }

    [Fact]
    public void Price_cached_prefix_saves_nothing_more_in_a_batch_on_groq()
    {
        var cost = Stage(cached: 600, isBatch: true);

        Assert.Equal(Stage(isBatch: true).Usd, cost.Usd);
    }

    private LLMCost Stage(int? cached = null, bool isBatch = false) => _book.Price(new LLMPricedCall
    {
        Provider = "groq",
        Model = "llama-3.3-70b-versatile",
        Day = new DateOnly(2025, 11, 10),
        IsBatch = isBatch,
        Usage = new LLMUsage { PromptTokens = 1500, CompletionTokens = 1000, CachedTokens = cached },
    });

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
