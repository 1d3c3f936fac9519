using System.Text;

namespace JobWise.Llm.Tests;

public sealed class LiteLLMPriceReaderTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Read_a_price_per_token_becomes_one_per_million_digit_by_digit()
    {
        var price = Assert.Single(Read("""
            "sample_spec": { "litellm_provider": "one of the providers", "input_cost_per_token": 0.0 },
            "acme/big": {
                "litellm_provider": "acme", "mode": "chat", "max_tokens": 4096,
                "input_cost_per_token": 1.5e-07, "output_cost_per_token": 0.0000006,
                "output_cost_per_reasoning_token": 9E-7, "cache_read_input_token_cost": 7.5e-08
            }
            """).Prices);

        Assert.Equal(("acme", "big", Day, "LiteLLM's price file, as of 2026-11-20"), (price.Provider, price.Model, price.ValidFrom, price.Source));
        Assert.Equal(
            (0.15m, 0.6m, 0.9m, 0.075m, null, null),
            (price.Input, price.Output, price.Reasoning, price.CachedInput, price.CacheWrite, price.CacheWriteByKind));
        Assert.Equal("0.15", price.Input!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_long_prompts_and_kinds_of_cache_writes()
    {
        var price = Assert.Single(Read("""
            "claude-x": {
                "litellm_provider": "anthropic",
                "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05, "output_cost_per_reasoning_token": 1.5e-05,
                "cache_creation_input_token_cost": 3.75e-06, "cache_creation_input_token_cost_above_1hr": 6e-06,
                "input_cost_per_token_above_200k_tokens": 6e-06, "output_cost_per_token_above_200k_tokens": 2.25e-05,
                "cache_creation_input_token_cost_above_200k_tokens": 7.5e-06, "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05
            }
            """).Prices);

        Assert.Equal(("claude-x", 3.75m, 3.75m, 6m, null), (price.Model, price.CacheWrite, price.CacheWriteByKind!["5m"], price.CacheWriteByKind["1h"], price.Reasoning));
        var size = Assert.Single(price.SizeTiers!);
        Assert.Equal((200_000, 6m, 22.5m, 12m), (size.PromptAbove, size.Input, size.Output, size.CacheWriteByKind!["1h"]));
        Assert.Null(size.CachedInput);
    }

    [Fact]
    public void Read_batch_and_tiers_that_are_one_part_of_the_price_become_factors()
    {
        var price = Assert.Single(Read("""
            "gpt-x": {
                "litellm_provider": "openai",
                "input_cost_per_token": 2e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1e-07,
                "input_cost_per_token_batches": 1e-06, "output_cost_per_token_batches": 5e-06, "cache_read_input_token_cost_batches": 5e-08,
                "input_cost_per_token_priority": 3.4e-06, "output_cost_per_token_priority": 1.7e-05, "cache_read_input_token_cost_priority": 1.7e-07,
                "input_cost_per_token_flex": 1e-06, "output_cost_per_token_flex": 5e-06
            }
            """).Prices);

        Assert.Equal((0.5m, true), (price.BatchFactor, price.CacheStacksWithBatch));
        Assert.Equal([("flex", 0.5m), ("priority", 1.7m)], price.ServiceTierFactors!.Select(tier => (tier.Key, tier.Value)));
    }

    [Fact]
    public void Read_cached_input_that_costs_as_much_as_other_input_of_a_batch_does_not_stack()
    {
        var price = Assert.Single(Read("""
            "m": {
                "litellm_provider": "acme", "input_cost_per_token": 2e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 5e-07,
                "input_cost_per_token_batches": 1e-06, "output_cost_per_token_batches": 5e-06, "cache_read_input_token_cost_batches": 1e-06
            }
            """).Prices);

        Assert.Equal((0.5m, false), (price.BatchFactor, price.CacheStacksWithBatch));
    }

    [Fact]
    public void Read_a_tier_that_is_not_one_part_of_the_price_is_unknown_and_said_so()
    {
        var import = Read("""
            "m": {
                "litellm_provider": "acme", "input_cost_per_token": 2e-06, "output_cost_per_token": 1e-05,
                "input_cost_per_token_priority": 4e-06, "output_cost_per_token_priority": 1.5e-05,
                "input_cost_per_token_batches": 1e-06
            }
            """);

        Assert.Equal((null, null), (import.Prices[0].BatchFactor, import.Prices[0].ServiceTierFactors));
        Assert.Equal(
            [
                "It has no complete price for batches, so that their cost is unknown.",
                "Its prices for calls of the tier 'priority' are not one multiple of the plain ones, so that their cost is unknown.",
            ],
            import.Warnings.Select(warning => warning.Text));
    }

    [Fact]
    public void Read_what_is_not_a_price_of_text_is_counted_by_its_name()
    {
        var import = Read("""
            "a": {
                "litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06,
                "input_cost_per_audio_token": 1e-05, "provider_specific_entry": { "fast": 2 }, "output_cost_per_token_ultrafast": 3e-06
            },
            "b": { "litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06, "input_cost_per_audio_token": 1e-05 }
            """);

        Assert.Equal(
            [("input_cost_per_audio_token", 2), ("output_cost_per_token_ultrafast", 1), ("provider_specific_entry", 1)],
            import.LeftOut.Select(field => (field.Key, field.Value)));
    }

    [Theory]
    [InlineData("""{ "input_cost_per_token": 1 }""", "It names no litellm_provider.")]
    [InlineData("""{ "litellm_provider": "acme", "input_cost_per_second": 1e-05 }""", "It has no price for a token of input.")]
    [InlineData("""{ "litellm_provider": "acme", "input_cost_per_token": 1e-05 }""", "It has no price for a token of output.")]
    [InlineData("""{ "litellm_provider": "acme", "input_cost_per_token": "1e-05" }""", "Its input_cost_per_token is not an amount of US dollars per token.")]
    [InlineData("""{ "litellm_provider": "acme", "input_cost_per_token": -1e-05 }""", "Its input_cost_per_token is not an amount of US dollars per token.")]
    [InlineData("""{ "litellm_provider": "acme", "input_cost_per_token": 0.0, "output_cost_per_token": 0 }""", "Its prices are 0, which the file writes for free and for unknown alike.")]
    [InlineData(
        """{ "litellm_provider": "acme", "input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6, "tiered_pricing": [] }""",
        "Its prices go by ranges of its own (tiered_pricing), which are not read.")]
    public void Read_what_cannot_be_a_price_is_skipped_with_the_reason(string model, string expected)
    {
        var import = Read($"\"m\": {model}");

        Assert.Empty(import.Prices);
        Assert.Equal(("m", expected), (Assert.Single(import.Skipped).Model, import.Skipped[0].Text));
    }

    [Fact]
    public void Read_half_a_price_for_long_prompts_leaves_the_other_half_unknown()
    {
        var import = Read("""
            "m": { "litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06, "input_cost_per_token_above_128k_tokens": 2e-06 }
            """);

        Assert.Equal((128_000, 2m, null), (import.Prices[0].SizeTiers![0].PromptAbove, import.Prices[0].SizeTiers![0].Input, import.Prices[0].SizeTiers![0].Output));
        Assert.Equal("It has no price for output above 128000 prompt tokens; the cost of such calls is unknown.", Assert.Single(import.Warnings).Text);
    }

    [Fact]
    public void Read_two_prices_for_one_model_keep_the_first_and_say_so()
    {
        var import = Read("""
            "m": { "litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06 },
            "acme/m": { "litellm_provider": "acme", "input_cost_per_token": 2e-06, "output_cost_per_token": 1e-06 }
            """);

        Assert.Equal(1m, Assert.Single(import.Prices).Input);
        Assert.Equal("The file has two prices for 'm' (acme); the first one is used.", Assert.Single(import.Warnings).Text);
    }

    [Theory]
    [InlineData("[]", "The price file is not an object of models; give LiteLLM's model_prices_and_context_window.json.")]
    [InlineData("{\n\"a\": x}", "The price file is not JSON at line 2; give the file of LiteLLM as it was published.")]
    [InlineData("""{ "m": { "litellm_provider": 1 } }""", "The price file is JSON, but not in the format LiteLLM; give it as it was published.")]
    public void Read_another_file_is_refused(string json, string expected)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var error = Assert.Throws<InvalidDataException>(() => LLMPriceImport.Read(LLMPriceFileFormat.LiteLLM, stream, Day));

        Assert.Equal(expected, error.Message);
    }

    private static LLMPriceImport Read(string models)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{{ {models} }}"));
        return LLMPriceImport.Read(LLMPriceFileFormat.LiteLLM, stream, Day);
    }
}
