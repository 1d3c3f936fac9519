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
    public void Refusal_that_names_a_wait_closes_its_limit()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(1_108).Fail(Refusal(TimeSpan.FromSeconds(6.3525), Tpm, 8_000, 7_739, 1_108));

        Assert.Equal(7_739, test.Limiter.UsedOf(Tpm));
        Assert.Equal((TimeSpan.FromSeconds(6.3525), TimeSpan.FromSeconds(6.3525)), (test.WaitFor(1), test.WaitFor(1_108)));
    }

    [Fact]
    public void Refusal_with_figures_but_no_wait_closes_for_what_they_amount_to()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(1_108).Fail(Refusal(null, Tpm, 8_000, 7_739, 1_108));

        Assert.Equal(TimeSpan.FromSeconds(6.3525), test.WaitFor(1));
    }

    [Fact]
    public void Refusal_that_names_no_limit_closes_the_lane()
    {
        using var test = new LimiterUnderTest();

        test.Take(1).Fail(Some.RateLimit(5));

        Assert.Equal(TimeSpan.FromSeconds(5), test.WaitFor(1));
    }

    [Fact]
    public void Second_refusal_never_shortens_the_first()
    {
        using var test = new LimiterUnderTest();
        var (first, second) = (test.Take(1), test.Take(1));

        first.Fail(Some.RateLimit(9));
        second.Fail(Some.RateLimit(2));

        Assert.Equal(TimeSpan.FromSeconds(9), test.WaitFor(1));
    }

    [Fact]
    public void Refusal_teaches_a_limit_that_no_header_shows()
    {
        using var test = new LimiterUnderTest();

        test.Take(1).Fail(Refusal(TimeSpan.FromSeconds(2), Rpm, 30, 30, 1));

        Assert.Equal((30, 30), (test.Limiter.LimitOf(Rpm), test.Limiter.UsedOf(Rpm)));
    }

    [Fact]
    public void Refusals_of_calls_that_went_together_are_corrected_once()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var calls = Enumerable.Range(0, 5).Select(_ => test.Take(1_000)).ToList();

        foreach (var (call, before) in calls.Select((call, index) => (call, index * 1_000)))
        {
            call.Fail(Refusal(null, Tpm, 8_000, 7_500, 1_000));
            Assert.Equal((4_000 - before + 7_500, 0), (test.Limiter.UsedOf(Tpm), test.Limiter.Totals.Added));
        }
    }

    [Fact]
    public void Refusal_by_less_than_one_request_is_seen_in_its_wait()
    {
        using var test = new LimiterUnderTest(limits: [(Rpm, 30)]);
        for (var i = 0; i < 29; i++)
        {
            test.Take(1);
        }

        test.Take(1).Fail(Refusal(TimeSpan.FromSeconds(0.25), Rpm, 30, 29, 1));

        Assert.Equal(30, test.Limiter.UsedOf(Rpm));
    }

    [Fact]
    public async Task Waiter_that_a_refusal_pushes_past_its_time_is_told_at_once()
    {
        using var test = LimiterUnderTest.Tokens(600);
        var sent = test.Take(600);
        var waiting = test.TakeAsync("x", 100, longestWait: TimeSpan.FromSeconds(20));

        sent.Fail(Refusal(TimeSpan.FromMinutes(5), Tpm, 600, 600, 600));
        test.Clock.Advance(TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromMinutes(5), (await Assert.ThrowsAsync<LLMRateLimitException>(() => waiting)).RetryAfter);
    }

    [Fact]
    public async Task Lane_closed_by_its_provider_says_so()
    {
        using var test = new LimiterUnderTest();
        test.Take(1).Fail(Some.RateLimit(5));

        var error = await Assert.ThrowsAsync<LLMRateLimitException>(() => test.TakeAsync("x", 1, longestWait: TimeSpan.FromSeconds(1)));

        Assert.StartsWith("groq/openai/gpt-oss-120b was closed by its provider before 5 s have passed,", error.Message, StringComparison.Ordinal);
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

    private static LLMRateLimitException Refusal(TimeSpan? wait, LLMRateLimitKind kind, long limit, long used, long requested) => new(
        "Refused.",
        new LLMErrorDetails { RetryAfter = wait, RateLimitExcess = new LLMRateLimitExcess { Kind = kind, Limit = limit, Used = used, Requested = requested } });
}
