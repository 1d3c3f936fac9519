namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>What the provider says corrects the limits: remaining amounts only tighten, limits go both ways, a named wait closes.</summary>
public sealed class CorrectionTests
{
    private const LLMRateLimitKind Tpm = LLMRateLimitKind.TokensPerMinute;
    private const LLMRateLimitKind Tpd = LLMRateLimitKind.TokensPerDay;
    private const LLMRateLimitKind Rpm = LLMRateLimitKind.RequestsPerMinute;
    private const LLMRateLimitKind Rpd = LLMRateLimitKind.RequestsPerDay;

    [Fact]
    public void Remaining_below_ours_tightens()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(1_000).Settle(null, Tokens(8_000, 3_000));

        Assert.Equal(5_000, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Remaining_above_ours_loosens_nothing()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        test.Take(4_000);

        test.Take(1_000).Settle(null, Tokens(8_000, 7_999));

        Assert.Equal(5_000, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Calls_in_flight_that_the_header_counts_are_not_counted_twice()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var first = test.Take(1_000, 1_000);
        var second = test.Take(1_000, 1_000);

        first.Settle(LimiterUnderTest.Usage(1_000, 200), Tokens(8_000, 4_000));
        second.Settle(LimiterUnderTest.Usage(1_000, 200), Tokens(8_000, 4_000));

        Assert.Equal(2_400, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Header_of_the_admission_does_not_undo_what_others_gave_back_since()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var early = test.Take(1_000, 3_000);
        var late = test.Take(500, 500);
        early.Settle(LimiterUnderTest.Usage(1_000, 0), null);

        late.Settle(LimiterUnderTest.Usage(500, 500), Tokens(8_000, 3_000));

        Assert.Equal(2_000, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Header_of_the_admission_does_not_undo_the_refill_since()
    {
        using var test = LimiterUnderTest.Tokens(6_000);
        var call = test.Take(3_000);
        test.Clock.Advance(TimeSpan.FromSeconds(10));

        call.Settle(null, Tokens(6_000, 3_000));

        Assert.Equal(2_000, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Prompt_that_was_guessed_too_small_is_not_counted_twice()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(500, 500).Settle(LimiterUnderTest.Usage(700, 500), Tokens(8_000, 6_800));

        Assert.Equal(1_200, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Early_headers_of_a_stream_correct_and_settle_nothing()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var call = test.Take(1_000, 1_000);

        call.Correct(Tokens(8_000, 3_000));

        Assert.Equal((5_000, 2_000), (test.Limiter.UsedOf(Tpm), test.Limiter.Totals.Held));
        call.Settle(LimiterUnderTest.Usage(1_000, 0), null);
        Assert.Equal(4_000, test.Limiter.UsedOf(Tpm));
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(250_000)]
    public void Limit_of_a_header_replaces_a_preset_both_ways(int limit)
    {
        using var test = Free();

        test.Take(10).Settle(null, Tokens(limit, limit));

        Assert.Equal(limit, test.Limiter.LimitOf(Tpm));
    }

    [Fact]
    public void Limit_of_a_header_never_replaces_a_configured_one()
    {
        using var test = LimiterUnderTest.Tokens(5_000);

        test.Take(10).Settle(null, Tokens(250_000, 250_000));

        Assert.Equal(5_000, test.Limiter.LimitOf(Tpm));
    }

    [Fact]
    public void Lane_without_limits_learns_them_from_headers()
    {
        using var test = new LimiterUnderTest();

        test.Take(100).Settle(null, new LLMRateLimitSnapshot
        {
            RequestLimit = 500,
            RequestsRemaining = 499,
            InputTokenLimit = 9_000,
            InputTokensRemaining = 1_000,
            OutputTokenLimit = 800,
            TokenLimit = 9_000,
        });

        Assert.Equal((500, 9_000, 800, null), (test.Limiter.LimitOf(Rpm), test.Limiter.LimitOf(LLMRateLimitKind.InputTokensPerMinute), test.Limiter.LimitOf(LLMRateLimitKind.OutputTokensPerMinute), test.Limiter.LimitOf(Tpm)));
        Assert.Equal((1, 8_000), (test.Limiter.UsedOf(Rpm), test.Limiter.UsedOf(LLMRateLimitKind.InputTokensPerMinute)));
    }

    [Fact]
    public void Remaining_of_a_limit_that_is_only_presumed_counts_for_no_more_than_its_reset_time_allows()
    {
        using var test = Free();

        test.Take(100).Settle(usage: null, new LLMRateLimitSnapshot { TokensRemaining = 0, TokensResetAfter = TimeSpan.FromSeconds(0.6) });

        Assert.InRange(test.Limiter.UsedOf(Tpm)!.Value, 80, 100); // 0.6 s of 8,000 a minute are 80.
    }

    [Fact]
    public void Windows_of_the_snapshot_say_which_limits_it_is_about()
    {
        using var test = new LimiterUnderTest();

        test.Take(1).Settle(null, new LLMRateLimitSnapshot { RequestLimit = 1_000, TokenLimit = 8_000, RequestWindow = TimeSpan.FromDays(1), TokenWindow = TimeSpan.FromMinutes(1) });

        Assert.Equal((1_000, null, 8_000), (test.Limiter.LimitOf(Rpd), test.Limiter.LimitOf(Rpm), test.Limiter.LimitOf(Tpm)));
    }

    [Fact]
    public void Header_of_a_developer_key_switches_the_limits_that_no_header_shows()
    {
        using var test = Free();
        Assert.Equal((30, 200_000), (test.Limiter.LimitOf(Rpm), test.Limiter.LimitOf(Tpd)));

        test.Take(10).Settle(null, Tokens(250_000, 249_990));

        Assert.Equal((1_000, null, 250_000, null), (test.Limiter.LimitOf(Rpm), test.Limiter.LimitOf(Rpd), test.Limiter.LimitOf(Tpm), test.Limiter.LimitOf(Tpd)));
    }

    [Fact]
    public void Limit_above_every_known_plan_drops_the_presumed_ones()
    {
        using var test = Free();

        test.Take(10).Settle(null, Tokens(300_000, 299_990));

        Assert.Equal((null, null, 300_000), (test.Limiter.LimitOf(Rpm), test.Limiter.LimitOf(Tpd), test.Limiter.LimitOf(Tpm)));
    }

    [Fact]
    public void Plan_that_is_named_still_follows_the_headers()
    {
        using var test = Free(isNamed: true);

        test.Take(10).Settle(null, Tokens(250_000, 249_990));

        Assert.Equal(1_000, test.Limiter.LimitOf(Rpm));
    }

    [Fact]
    public void Presumed_limit_refuses_nothing_before_an_answer_has_shown_it()
    {
        using var test = Free();

        var call = test.Take(20_000);
        call.Fail(new LLMContextLengthException("x", new LLMErrorDetails { RateLimitExcess = new() { Kind = Tpm, Limit = 8_000, Requested = 20_000 } }));

        Assert.Null(test.WaitFor(20_000));
    }

    [Fact]
    public void Limit_of_a_named_plan_refuses_at_once()
    {
        using var test = Free(isNamed: true);

        Assert.Null(test.WaitFor(20_000));
    }

    [Fact]
    public void Malformed_figures_change_nothing()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(100).Settle(null, new LLMRateLimitSnapshot { TokenLimit = 0, TokensRemaining = long.MaxValue, RequestsRemaining = 3 });

        Assert.Equal((8_000, 100), (test.Limiter.LimitOf(Tpm), test.Limiter.UsedOf(Tpm)));
    }

    private static LimiterUnderTest Free(bool isNamed = false)
    {
        var test = new LimiterUnderTest();
        var presets = new RateLimitPresets();
        test.Limiter.Apply(new RateLimitSettings
        {
            Plans = presets.Find("groq", "openai/gpt-oss-120b"),
            Plan = "free",
            IsPlanNamed = isNamed,
            Vendor = presets.Vendor("groq"),
        });
        return test;
    }

    private static LLMRateLimitSnapshot Tokens(long limit, long remaining) =>
        new() { TokenLimit = limit, TokensRemaining = remaining, TokenWindow = TimeSpan.FromMinutes(1), RequestWindow = TimeSpan.FromDays(1) };
}
