using Microsoft.Extensions.Options;
using NSubstitute;

namespace JobWise.Llm.Tests;

public sealed class LLMPriceBookTests
{
    private readonly LLMPriceBook _book = new();

    [Theory]
    [InlineData("2026-10-06", "0.20")]
    [InlineData("2026-10-07", "0.10")]
    public void Price_model_whose_price_changed_goes_by_the_day(string day, string expected)
    {
        var call = CreateCall("anthropic", "claude-sonnet-5-5", prompt: 1_000_000, cached: 1_000_000, day: day);

        Assert.Equal(Money(expected), _book.Price(call).Usd);
    }

    [Theory]
    [InlineData(100_000, "0.0105")]
    [InlineData(100_001, "0.0525005")]
    public void Price_long_prompt_costs_more_for_the_whole_request(int prompt, string expected)
    {
        var call = CreateCall("anthropic", "claude-haiku-5-5", prompt: prompt, completion: 1000);

        Assert.Equal(Money(expected), _book.Price(call).Usd);
    }

    [Fact]
    public void Price_cached_tokens_count_for_the_size_of_the_prompt()
    {
        var call = CreateCall("openai", "gpt-6-luna", prompt: 272_001, cached: 272_000, completion: 1000);

        var cost = _book.Price(call);

        Assert.Equal(((1 * 0.20m) + (272_000 * 0.02m) + (1000 * 0.75m)) / 1_000_000, cost.Usd);
    }

    [Fact]
    public void Price_cache_writes_go_by_their_kind_and_the_rest_by_the_usual_price()
    {
        var call = CreateCall("anthropic", "claude-opus-5-5", prompt: 1000, written: 1000) with
        {
            CacheWriteTokensByKind = new Dictionary<string, int> { ["1h"] = 400 },
        };

        Assert.Equal(((400 * 8m) + (600 * 5m)) / 1_000_000, _book.Price(call).Usd);
    }

    [Fact]
    public void Price_cache_writes_told_by_kind_alone_need_no_sum()
    {
        var call = CreateCall("anthropic", "claude-opus-5-5", prompt: 1000) with
        {
            CacheWriteTokensByKind = new Dictionary<string, int> { ["5m"] = 600, ["1h"] = 400 },
        };

        Assert.Equal(((400 * 8m) + (600 * 5m)) / 1_000_000, _book.Price(call).Usd);
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-20b", "", "0.375")]
    [InlineData("groq", "openai/gpt-oss-20b", "flex", "0.375")]
    [InlineData("groq", "openai/gpt-oss-20b", "on_demand", "0.375")]
    [InlineData("openai", "gpt-6-luna", "default", "0.60")]
    [InlineData("openai", "gpt-6-luna", "flex", "0.30")]
    [InlineData("openai", "gpt-6-luna", "priority", "1.20")]
    [InlineData("anthropic", "claude-haiku-4-5", "standard", "6")]
    public void Price_service_tier_of_the_answer_changes_the_price(string provider, string model, string tier, string expected)
    {
        var call = CreateCall(provider, model, prompt: 100_000, completion: 100_000) with { ServiceTier = tier };

        Assert.Equal(Money(expected) / 10, _book.Price(call).Usd);
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", "0.15")]
    [InlineData("anthropic", "claude-opus-5-5", "0.20")]
    public void Price_cached_input_in_a_batch_stacks_where_the_vendor_says_so(string provider, string model, string perMillion)
    {
        var call = CreateCall(provider, model, prompt: 1_000_000, cached: 1_000_000) with { IsBatch = true };

        Assert.Equal(Money(perMillion) / 2, _book.Price(call).Usd);
    }

    [Theory]
    [InlineData("groq", "gpt-oss-20b", "openai/gpt-oss-20b")]
    [InlineData("openai", "gpt-4.1-mini-2025-04-14", "gpt-4.1-mini")]
    [InlineData("ANTHROPIC", "claude-haiku-5-5-20261007", "claude-haiku-5-5")]
    public void Find_other_name_of_a_model_gives_its_price(string provider, string model, string expected)
    {
        var price = _book.Find(provider, model, new DateOnly(2026, 11, 24));

        Assert.Equal(expected, price?.Model);
    }

    public static TheoryData<LLMPricedCall, string> Unknown => new()
    {
        { CreateCall("groq", "openai/gpt-oss-20b") with { Usage = null }, "The answer of 'openai/gpt-oss-20b' (groq) gave no usage." },
        { CreateCall("groq", "openai/gpt-oss-20b", prompt: null), "The answer of 'openai/gpt-oss-20b' (groq) gave no count of input tokens." },
        { CreateCall("groq", "openai/gpt-oss-20b", completion: null), "The answer of 'openai/gpt-oss-20b' (groq) gave no count of output tokens." },
        { CreateCall("groq", "openai/gpt-oss-20b", prompt: -1), "The answer of 'openai/gpt-oss-20b' (groq) gave a negative count of tokens." },
        { CreateCall("groq", "openai/gpt-oss-20b", prompt: 10, cached: 11), "The answer of 'openai/gpt-oss-20b' (groq) counts more cached than input tokens." },
        {
            CreateCall("anthropic", "claude-opus-5", written: 1) with { CacheWriteTokensByKind = new Dictionary<string, int> { ["1h"] = 2 } },
            "The answer of 'claude-opus-5' (anthropic) counts more cache writes by kind than in all."
        },
        { CreateCall("local", "llama"), "The price book has no price for 'llama' (local); add one under JobWise:Llm:Catalog:Prices." },
        {
            CreateCall("groq", "openai/gpt-oss-20b", day: "2026-10-31"),
            "The price book has no price for 'openai/gpt-oss-20b' (groq) on 2026-10-31; its first is valid from 2026-11-01; add one under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("anthropic", "claude-haiku-4-5", cached: 1),
            "The price of 'claude-haiku-4-5' (anthropic) valid from 2026-11-01 has no figure for cached input tokens; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("openai", "gpt-3.5-turbo", completion: 1),
            "The price of 'gpt-3.5-turbo' (openai) valid from 2024-11-01 has no figure for output tokens; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("openai", "gpt-4.1", written: 1),
            "The price of 'gpt-4.1' (openai) valid from 2026-11-01 has no figure for cache writes; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("anthropic", "claude-opus-5", written: 1) with { CacheWriteTokensByKind = new Dictionary<string, int> { ["1d"] = 1 } },
            "The price of 'claude-opus-5' (anthropic) valid from 2026-11-01 has no figure for cache writes of the kind '1d'; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("groq", "openai/gpt-oss-20b") with { ServiceTier = "performance" },
            "The price of 'openai/gpt-oss-20b' (groq) valid from 2026-11-01 has no figure for the service tier 'performance'; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("openai", "gpt-6-luna") with { ServiceTier = "flex", IsBatch = true },
            "The price of 'gpt-6-luna' (openai) valid from 2026-11-01 has no figure for the service tier 'flex' in a batch; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("groq", "meta-llama/llama-prompt-guard-2-22m") with { IsBatch = true },
            "The price of 'meta-llama/llama-prompt-guard-2-22m' (groq) valid from 2026-11-01 has no figure for a batch; add it under JobWise:Llm:Catalog:Prices."
        },
        {
            CreateCall("openai", "gpt-4.1", cached: 1) with { IsBatch = true },
            "The price of 'gpt-4.1' (openai) valid from 2026-11-01 has no figure for cached input tokens in a batch; add it under JobWise:Llm:Catalog:Prices."
        },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Price_unknown_is_null_with_the_reason(LLMPricedCall call, string expected)
    {
        var cost = _book.Price(call);

        Assert.Null(cost.Usd);
        Assert.Null(cost.PriceValidFrom);
        Assert.Equal(expected, cost.UnknownBecause);
    }

    [Fact]
    public void Price_kind_of_tokens_that_was_not_used_needs_no_price()
    {
        var cost = _book.Price(CreateCall("openai", "gpt-3.5-turbo", prompt: 1000, completion: 0));

        Assert.Equal(0.0005m, cost.Usd);
    }

    [Fact]
    public void Price_estimated_usage_gives_an_estimated_cost()
    {
        var call = CreateCall("groq", "openai/gpt-oss-20b");

        var cost = _book.Price(call with { Usage = call.Usage! with { IsEstimated = true } });

        Assert.True(cost.IsEstimated);
    }

    [Fact]
    public void Estimate_is_the_price_of_all_output_with_nothing_cached()
    {
        var cost = _book.Estimate("groq", "openai/gpt-oss-120b", 1500, 2500, new DateOnly(2026, 11, 24));

        Assert.Equal(0.001725m, cost.Usd);
        Assert.True(cost.IsEstimated);
    }

    [Fact]
    public void Price_entry_without_a_day_changes_every_known_price_of_the_model()
    {
        var book = CreateBook(new LLMPriceEntry { Provider = "groq", Model = "openai/gpt-oss-120b", Input = 1 });

        var rates = new[] { "2025-12-01", "2026-11-24" }.Select(day => book.Find("groq", "openai/gpt-oss-120b", Day(day))!.Rates);

        Assert.Equal([(1m, 0.75m), (1m, 0.60m)], rates.Select(rate => (rate.Input, rate.Output)).Select(rate => (rate.Input!.Value, rate.Output!.Value)));
    }

    [Fact]
    public void Price_entry_of_a_new_day_holds_from_that_day()
    {
        var book = CreateBook(new LLMPriceEntry { Provider = "groq", Model = "openai/gpt-oss-120b", ValidFrom = new(2027, 1, 1), Input = 1, Output = 2 });

        Assert.Equal(0.15m, book.Find("groq", "openai/gpt-oss-120b", new(2026, 12, 31))!.Rates.Input);
        Assert.Equal(1m, book.Find("groq", "openai/gpt-oss-120b", new(2027, 1, 1))!.Rates.Input);
    }

    [Fact]
    public void Price_entry_of_a_known_day_changes_that_price_only()
    {
        var book = CreateBook(new LLMPriceEntry { Provider = "groq", Model = "openai/gpt-oss-120b", ValidFrom = new(2026, 11, 1), Output = 9, Source = "our contract" });

        var price = book.Find("groq", "openai/gpt-oss-120b", new(2026, 11, 24))!;

        Assert.Equal((0.15m, 9m, 0.5m, "our contract"), (price.Rates.Input, price.Rates.Output, price.BatchFactor, price.Source));
        Assert.Equal(0.75m, book.Find("groq", "openai/gpt-oss-120b", new(2025, 12, 1))!.Rates.Output);
    }

    [Fact]
    public void Price_entry_of_a_new_vendor_holds_on_all_days_and_standard_tiers()
    {
        var book = CreateBook(new LLMPriceEntry { Provider = "local", Model = "llama", Input = 0, Output = 0 });

        var cost = book.Price(CreateCall("local", "llama", day: "2020-01-01") with { ServiceTier = "default" });

        Assert.Equal(0m, cost.Usd);
    }

    [Fact]
    public void Constructor_reads_nothing()
    {
        var options = Substitute.For<IOptions<LLMCatalogOptions>>();

        _ = new LLMPriceBook(options, new LLMModelCatalog(options));

        _ = options.DidNotReceive().Value;
    }

    private static LLMPriceBook CreateBook(LLMPriceEntry entry) =>
        new(Options.Create(new LLMCatalogOptions { Prices = { entry } }), new LLMModelCatalog());

    private static LLMPricedCall CreateCall(
        string provider, string model, int? prompt = 10, int? completion = 0, int? cached = null, int? written = null, string day = "2026-11-24") => new()
        {
            Provider = provider,
            Model = model,
            Day = Day(day),
            Usage = new LLMUsage
            {
                PromptTokens = prompt,
                CompletionTokens = completion,
                CachedTokens = cached,
                CacheWriteTokens = written,
            },
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
