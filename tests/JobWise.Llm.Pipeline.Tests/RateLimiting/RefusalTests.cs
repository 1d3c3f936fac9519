namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>What a refusal teaches: it closes the limit that it names for the time that it names, and tells how far off the count was.</summary>
public sealed class RefusalTests
{
    private const LLMRateLimitKind Tpm = LLMRateLimitKind.TokensPerMinute;
    private const LLMRateLimitKind Tpd = LLMRateLimitKind.TokensPerDay;
    private const LLMRateLimitKind Rpm = LLMRateLimitKind.RequestsPerMinute;
    private const LLMRateLimitKind Rpd = LLMRateLimitKind.RequestsPerDay;

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
    public void Header_of_a_refusal_leaves_room_for_the_same_call_after_the_wait_that_it_names()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var limits = new LLMRateLimitSnapshot { TokenLimit = 8_000, TokensRemaining = 0 };

        test.Take(2_000).Fail(new LLMRateLimitException("Refused.", new LLMErrorDetails { RateLimits = limits, RetryAfter = TimeSpan.FromSeconds(0.6) }));

        Assert.Equal(6_080, test.Limiter.UsedOf(Tpm)); // 0.6 s of 8,000 a minute are 80.
    }

    private static LLMRateLimitException Refusal(TimeSpan? wait, LLMRateLimitKind kind, long limit, long used, long requested) => new(
        "Refused.",
        new LLMErrorDetails { RetryAfter = wait, RateLimitExcess = new LLMRateLimitExcess { Kind = kind, Limit = limit, Used = used, Requested = requested } });
}
