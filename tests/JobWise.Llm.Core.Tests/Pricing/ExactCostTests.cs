using System.Globalization;

namespace JobWise.Llm.Tests;

/// <summary>
/// Every kind of price that the book knows, alone and together, against sums that were worked out outside of it in exact fractions. An answer
/// goes in as a provider would give it.
/// </summary>
public sealed class ExactCostTests
{
    private const decimal Nano = 1e-9m;

    private readonly LLMPriceBook _book = new();

    public static TheoryData<string, LLMResponse, string> Bills => new()
    {
        { "cached input", Answer("groq", "openai/gpt-oss-120b", 1234, 890, cached: 567), "0.000676575" },
        { "reasoning within the output", Answer("groq", "openai/gpt-oss-120b", 1234, 890, cached: 567, reasoning: 800), "0.000676575" },
        { "batch without a second discount", Answer("groq", "openai/gpt-oss-120b", 1234, 890, cached: 567) with { IsBatch = true }, "0.00035955" },
        { "flex at the plain price", Answer("groq", "openai/gpt-oss-120b", 1234, 890, cached: 567) with { ServiceTier = "flex" }, "0.000676575" },
        { "reads and writes of both kinds", Answer("anthropic", "claude-opus-5-5", 10_000, 777, cached: 4001, ("5m", 2002), ("1h", 1001)), "0.0463422" },
        { "long prompt, cache and batch", Long(100_003) with { IsBatch = true }, "0.0210599625" },
        { "the last prompt that is not long", Long(100_000) with { IsBatch = true }, "0.0042118425" },
        { "long prompt of a tier", Priority(), "0.7768524" },
        { "flex at half the price", Answer("openai", "gpt-6-luna", 3333, 2222, cached: 1111) with { ServiceTier = "flex" }, "0.000672155" },
        { "batch with a second discount", Answer("openai", "gpt-6-luna", 3333, 2222, cached: 1111) with { IsBatch = true }, "0.000672155" },
        { "the largest counts", Answer("groq", "openai/gpt-oss-20b", int.MaxValue, int.MaxValue), "805.306367625" },
    };

    [Theory]
    [MemberData(nameof(Bills))]
    public void Price_of_an_answer_is_exact(string what, LLMResponse answer, string expected)
    {
        var cost = _book.Price(LLMPricedCall.Of(answer, new DateOnly(2026, 11, 24)));

        Assert.True(cost.Usd is { } usd && Math.Abs(usd - decimal.Parse(expected, CultureInfo.InvariantCulture)) < Nano, $"{what}: {cost.Usd} {cost.UnknownBecause}");
    }

    [Theory]
    [InlineData("2026-10-06", "0.2000118")]
    [InlineData("2026-10-07", "0.1000119")]
    public void Price_goes_by_the_day_of_the_answer(string day, string expected)
    {
        var answer = Answer("anthropic", "claude-sonnet-5-5", 1_000_000, 1, cached: 999_999);

        var cost = _book.Price(LLMPricedCall.Of(answer, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), cost.Usd);
    }

    [Theory]
    [InlineData(60, "0.00036")]
    [InlineData(0, "0.0003")]
    [InlineData(null, "0.0003")]
    public void Price_reasoning_with_a_price_of_its_own_is_priced_by_it(int? reasoning, string expected)
    {
        var cost = WithReasoning().Price(LLMPricedCall.Of(Answer("acme", "m", 100, 100, reasoning: reasoning), new DateOnly(2026, 11, 24)));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), cost.Usd);
    }

    [Fact]
    public void Price_more_reasoning_than_output_is_unknown_where_it_matters()
    {
        var cost = WithReasoning().Price(LLMPricedCall.Of(Answer("acme", "m", 100, 100, reasoning: 101), new DateOnly(2026, 11, 24)));

        Assert.Equal("The answer of 'm' (acme) counts more reasoning than output tokens.", cost.UnknownBecause);
    }

    private static LLMPriceBook WithReasoning() => new(
        Microsoft.Extensions.Options.Options.Create(new LLMCatalogOptions { Prices = { new() { Provider = "acme", Model = "m", Input = 1, Output = 2, Reasoning = 3 } } }),
        new LLMModelCatalog());

    private static LLMResponse Long(int prompt)
    {
        var answer = Answer("anthropic", "claude-haiku-5-5", prompt, 4097, cached: 50_001, ("1h", 5003));
        return answer with { Usage = answer.Usage! with { CacheWriteTokens = 20_002 } };
    }

    private static LLMResponse Priority()
    {
        var answer = Answer("openai", "gpt-6.1-terra", 272_001, 9999, cached: 123_457, ("12h", 1000));
        return answer with { Usage = answer.Usage! with { CacheWriteTokens = 3000 }, ServiceTier = "priority" };
    }

    private static LLMResponse Answer(string provider, string model, int prompt, int completion, int? cached, params (string Kind, int Tokens)[] writes)
    {
        var answer = Answer(provider, model, prompt, completion, cached, reasoning: null);
        var byKind = writes.ToDictionary(write => write.Kind, write => write.Tokens, StringComparer.Ordinal);
        return answer with { Usage = answer.Usage! with { CacheWriteTokens = byKind.Values.Sum(), CacheWriteTokensByKind = byKind } };
    }

    private static LLMResponse Answer(string provider, string model, int prompt, int completion, int? cached = null, int? reasoning = null) => Some.Response("x") with
    {
        Provider = provider,
        Model = model,
        Usage = new LLMUsage { PromptTokens = prompt, CompletionTokens = completion, CachedTokens = cached, ReasoningTokens = reasoning },
    };
}
