namespace JobWise.Llm.Tests;

/// <summary>What must hold for the data file whoever edits it.</summary>
public sealed class ShippedPricesTests
{
    private readonly PriceDocument _data = CatalogResource.Read(CatalogResource.Prices, CatalogJsonContext.Default.PriceDocument);
    private readonly LLMPriceBook _book = new();

    [Fact]
    public void Data_one_price_per_model_and_day()
    {
        var keys = _data.Prices.Select(price => (price.Provider, price.Model, price.ValidFrom));

        Assert.Empty(keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Data_an_undated_price_is_only_the_first_of_a_dated_one()
    {
        var undated = _data.Prices.Where(price => price.ValidFrom is null);

        Assert.Equal("claude-sonnet-5-5", Assert.Single(undated).Model);
        Assert.All(_data.Prices, price => Assert.True(price.ValidFrom is null || price.ValidFrom <= _data.DataDate, price.Model));
    }

    [Fact]
    public void Data_every_priced_model_is_in_the_catalogue_under_its_main_id()
    {
        var catalog = new LLMModelCatalog();

        Assert.Empty(_book.All.Where(price => catalog.Find(price.Provider, price.Model)?.Id != price.Model).Select(price => price.Model));
        Assert.Equal(catalog.DataDate, _book.DataDate);
    }

    [Fact]
    public void Data_every_chat_model_that_works_has_a_price()
    {
        var catalog = new LLMModelCatalog();
        var working = catalog.All.Where(model => model.Can(LLMModelCapability.Chat) && !model.IsRetiredOn(catalog.DataDate));

        Assert.All(working, model => Assert.NotNull(_book.Find(model.Provider, model.Id, _book.DataDate)));
    }

    [Fact]
    public void Data_every_source_is_listed_and_every_listed_source_is_used()
    {
        Assert.Equal(_data.Sources.Keys.Order(), _data.Prices.Select(price => price.Source!).Distinct().Order());
        Assert.All(_book.All, price => Assert.NotNull(price.Source));
    }

    [Fact]
    public void Data_prices_are_positive_and_cached_input_is_cheaper()
    {
        var rates = _book.All.SelectMany(price => (LLMTokenRates[])[price.Rates, .. price.SizeTiers.Select(tier => tier.Rates)]);

        Assert.All(rates, rate =>
        {
            Assert.True(rate.Input > 0);
            Assert.True(rate.Output is null || rate.Output >= rate.Input);
            Assert.True(rate.CachedInput is null || (rate.CachedInput > 0 && rate.CachedInput < rate.Input));
            Assert.True(rate.CacheWrite is null || rate.CacheWrite >= rate.Input);
            Assert.All(rate.CacheWriteByKind.Values, write => Assert.True(write >= rate.CacheWrite));
        });
    }

    [Fact]
    public void Data_long_prompts_cost_more()
    {
        var tiers = _book.All.SelectMany(price => price.SizeTiers, (price, tier) => (price.Rates, Long: tier.Rates));

        Assert.All(tiers, tier => Assert.True(tier.Long.Input > tier.Rates.Input && tier.Long.Output > tier.Rates.Output));
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", "0.15", "0.075", "0.60")]
    [InlineData("groq", "openai/gpt-oss-20b", "0.075", "0.0375", "0.30")]
    [InlineData("groq", "openai/gpt-oss-safeguard-20b", "0.075", "0.0375", "0.30")]
    [InlineData("groq", "qwen/qwen3.6-27b", "0.60", null, "3.00")]
    [InlineData("groq", "qwen/qwen3.8-27b", "0.80", null, "4.00")]
    [InlineData("openai", "gpt-6-astra", "10", "1", "50")]
    [InlineData("openai", "gpt-6.1-sol", "2", "0.10", "10")]
    [InlineData("openai", "gpt-6-sol", "2", "0.20", "10")]
    [InlineData("openai", "gpt-6.1-terra", "1", "0.05", "5")]
    [InlineData("openai", "gpt-6-luna", "0.10", "0.01", "0.50")]
    [InlineData("openai", "gpt-5.6-terra", "2", "0.20", "12")]
    [InlineData("openai", "gpt-5.6-luna", "0.20", "0.02", "1.20")]
    [InlineData("openai", "gpt-4.1", "2", "0.50", "8")]
    [InlineData("openai", "gpt-4.1-mini", "0.40", "0.10", "1.60")]
    [InlineData("openai", "gpt-4o-mini", "0.15", "0.075", "0.60")]
    [InlineData("anthropic", "claude-fable-5-1", "10", "0.25", "50")]
    [InlineData("anthropic", "claude-opus-5-5", "4", "0.20", "20")]
    [InlineData("anthropic", "claude-opus-5", "5", "0.50", "25")]
    [InlineData("anthropic", "claude-sonnet-5-5", "2", "0.10", "10")]
    [InlineData("anthropic", "claude-haiku-5-5", "0.10", "0.01", "0.50")]
    [InlineData("anthropic", "claude-haiku-4-5", "1", null, "5")]
    public void Data_prices_of_November_2026_are_those_of_the_source(string provider, string model, string input, string? cached, string output)
    {
        var rates = _book.Find(provider, model, new DateOnly(2026, 11, 24))!.Rates;

        Assert.Equal((Money(input), Money(cached), Money(output)), (rates.Input, rates.CachedInput, rates.Output));
    }

    [Theory]
    [InlineData("llama-3.3-70b-versatile", "0.59", "0.79")]
    [InlineData("llama-3.1-8b-instant", "0.05", "0.08")]
    [InlineData("llama-4-scout-17bx16e", "0.11", "0.34")]
    [InlineData("mixtral-8x7b-32768", "0.24", "0.24")]
    [InlineData("gpt-oss-120b", "0.15", "0.75")]
    public void Data_prices_of_the_design_document_are_history(string model, string input, string output)
    {
        var price = _book.Find("groq", model, new DateOnly(2025, 11, 16))!;

        Assert.Equal((Money(input), Money(output)), (price.Rates.Input, price.Rates.Output));
        Assert.Equal(new DateOnly(2025, 11, 10), price.ValidFrom);
    }

    private static decimal? Money(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
