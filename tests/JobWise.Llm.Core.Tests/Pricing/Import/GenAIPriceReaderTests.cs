using System.Text;

namespace JobWise.Llm.Tests;

public sealed class GenAIPriceReaderTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Read_a_price_without_a_date_is_valid_from_the_day_of_the_file()
    {
        var price = Assert.Single(Read(Model("m", """{ "input_mtok": 0.15, "output_mtok": 0.6, "cache_read_mtok": 0.075, "cache_write_mtok": 0.2, "cache_write_1h_mtok": 0.3, "output_reasoning_mtok": 0.7 }""")).Prices);

        Assert.Equal(("acme", "m", Day), (price.Provider, price.Model, price.ValidFrom));
        Assert.Equal((0.15m, 0.6m, 0.7m, 0.075m, 0.2m), (price.Input, price.Output, price.Reasoning, price.CachedInput, price.CacheWrite));
        Assert.Equal((0.2m, 0.3m), (price.CacheWriteByKind!["5m"], price.CacheWriteByKind["1h"]));
        Assert.Equal((null, null), (price.BatchFactor, price.ServiceTierFactors));
    }

    [Fact]
    public void Read_steps_by_the_size_of_the_prompt_hold_for_the_whole_request()
    {
        var price = Assert.Single(Read(Model("m", """
            {
              "input_mtok": { "base": 5, "tiers": [{ "start": 200000, "price": 10 }] },
              "output_mtok": { "base": 25, "tiers": [{ "start": 200000, "price": 37.5 }, { "start": 400000, "price": 50 }] },
              "cache_read_mtok": 0.5
            }
            """)).Prices);

        Assert.Equal((5m, 25m), (price.Input, price.Output));
        Assert.Equal(
            [(200_000, 10m, 37.5m, 0.5m), (400_000, 10m, 50m, 0.5m)],
            price.SizeTiers!.Select(size => (size.PromptAbove, size.Input!.Value, size.Output!.Value, size.CachedInput!.Value)));
    }

    [Fact]
    public void Read_dated_prices_keep_their_days_and_the_current_one_is_confirmed()
    {
        var prices = Read(Model("m", """
            [
              { "prices": { "input_mtok": 1, "output_mtok": 2 } },
              { "constraint": { "start_date": "2026-03-13" }, "prices": { "input_mtok": 3, "output_mtok": 4 } },
              { "constraint": { "start": "2027-01-01T00:00:00Z" }, "prices": { "input_mtok": 5, "output_mtok": 6 } }
            ]
            """)).Prices;

        Assert.Equal(
            [(null, 1m), (new DateOnly(2026, 3, 13), 3m), (Day, 3m), (new DateOnly(2027, 1, 1), 5m)],
            prices.OrderBy(price => price.ValidFrom).Select(price => (price.ValidFrom, price.Input!.Value)));
    }

    [Fact]
    public void Read_names_of_a_model_come_from_its_rule_and_belong_to_the_closest()
    {
        var import = Read(
            """{ "id": "big-latest", "match": { "or": [{ "starts_with": "big" }, { "equals": "big-1" }] }, "prices": { "input_mtok": 1, "output_mtok": 1 } }, """
            + """{ "id": "small", "match": { "starts_with": "big" }, "prices": { "input_mtok": 2, "output_mtok": 2 } }, """
            + """{ "id": "other", "match": { "regex": "^x" }, "prices": { "input_mtok": 3, "output_mtok": 3 } }""");

        Assert.Equal(
            [("big", 1m), ("big-1", 1m), ("big-latest", 1m), ("other", 3m), ("small", 2m)],
            import.Prices.Select(price => (price.Model!, price.Input!.Value)).Order());
        Assert.Empty(import.Warnings);
    }

    [Fact]
    public void Read_the_third_version_has_its_list_inside_an_object()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""
            { "units": {}, "providers": [{ "id": "mistral", "models": [{ "id": "m", "prices": { "input_mtok": 1, "output_mtok": 2, "web_searches_kcount": 10 } }] }] }
            """));

        var import = LLMPriceImport.Read(LLMPriceFileFormat.GenAIPrices, stream, Day, new Dictionary<string, string> { ["mistral"] = "mistral_ai" });

        Assert.Equal("mistral_ai", Assert.Single(import.Prices).Provider);
        Assert.Equal(1, import.LeftOut["web_searches_kcount"]);
    }

    [Theory]
    [InlineData("""{ "output_mtok": 1 }""", "It has no price for input.")]
    [InlineData("""{ "input_mtok": 1 }""", "It has no price for output.")]
    [InlineData("""{ "input_mtok": 0, "output_mtok": 0 }""", "Its prices are 0, which may mean free or unknown.")]
    [InlineData("""{ "input_mtok": 1, "output_mtok": 1, "requests_kcount": 5 }""", "It costs something per request besides its tokens, which no price here can say.")]
    [InlineData("""{ "input_mtok": "1", "output_mtok": 1 }""", "Its input_mtok is not an amount of US dollars.")]
    [InlineData("""{ "input_mtok": { "base": 1, "tiers": [{ "start": 0, "price": 1 }] }, "output_mtok": 1 }""", "Its input_mtok is not an amount of US dollars.")]
    [InlineData(
        """[{ "constraint": { "start_time": "00:30:00Z", "end_time": "16:30:00Z" }, "prices": { "input_mtok": 1, "output_mtok": 1 } }]""",
        "Its prices change in the course of a day, or by a condition that is not read.")]
    public void Read_what_cannot_be_a_price_is_skipped_with_the_reason(string prices, string expected)
    {
        var import = Read(Model("m", prices));

        Assert.Empty(import.Prices);
        Assert.Equal(("acme/m", expected), (Assert.Single(import.Skipped).Model, import.Skipped[0].Text));
    }

    [Theory]
    [InlineData("{}", "The price file is not a list of providers; give the data.json of genai-prices.")]
    [InlineData("""[{ "id": "acme" }]""", "The price file is JSON, but not in the format GenAIPrices; give it as it was published.")]
    public void Read_another_file_is_refused(string json, string expected)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var error = Assert.Throws<InvalidDataException>(() => LLMPriceImport.Read(LLMPriceFileFormat.GenAIPrices, stream, Day));

        Assert.Equal(expected, error.Message);
    }

    private static string Model(string id, string prices) => $$"""{ "id": "{{id}}", "match": { "equals": "{{id}}" }, "prices": {{prices}} }""";

    private static LLMPriceImport Read(string models)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""[{ "id": "acme", "name": "Acme", "models": [{{models}}] }]"""));
        return LLMPriceImport.Read(LLMPriceFileFormat.GenAIPrices, stream, Day);
    }
}
