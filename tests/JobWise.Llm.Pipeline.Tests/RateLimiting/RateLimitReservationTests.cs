namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RateLimitReservationTests
{
    private const LLMRateLimitKind Tpm = LLMRateLimitKind.TokensPerMinute;

    [Theory]
    [InlineData(400, 100, null, 500)]
    [InlineData(600, 500, null, 1_100)]
    [InlineData(500, 200, 400, 300)]
    [InlineData(500, 200, 9_999, 200)]
    [InlineData(0, 0, null, 0)]
    public void Settle_keeps_what_counts_and_gives_back_the_rest(int prompt, int completion, int? cached, int kept)
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var reservation = test.Take(500, 500);

        reservation.Settle(LimiterUnderTest.Usage(prompt, completion, cached), null);

        Assert.Equal(kept, test.Limiter.UsedOf(Tpm));
        Assert.Equal((kept, 0), (test.Limiter.Totals.Settled, test.Limiter.Totals.Held));
    }

    [Fact]
    public void Settle_counts_cached_tokens_where_the_vendor_does()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        test.Limiter.Apply(new RateLimitSettings { Configured = Figures(8_000), Vendor = new RateLimitVendor { CountsCachedTokens = true } });
        var reservation = test.Take(500, 500);

        reservation.Settle(LimiterUnderTest.Usage(500, 200, cached: 400), null);

        Assert.Equal(700, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Settle_without_usage_keeps_the_reservation()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(500, 500).Settle(null, null);

        Assert.Equal((1_000, 0), (test.Limiter.UsedOf(Tpm), test.Limiter.Totals.Held));
    }

    [Fact]
    public void Settle_with_half_of_the_usage_keeps_the_other_half_of_the_reservation()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(500, 500).Settle(new LLMUsage { CompletionTokens = 20 }, null);

        Assert.Equal(520, test.Limiter.UsedOf(Tpm));
    }

    [Fact]
    public void Only_the_first_settlement_counts()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        var reservation = test.Take(500, 500);

        reservation.Settle(LimiterUnderTest.Usage(500, 100), null);
        reservation.Fail(Some.RateLimit(60));
        reservation.Settle(LimiterUnderTest.Usage(1, 1), null);
        reservation.Cancel();
        reservation.Dispose();

        Assert.Equal((600, TimeSpan.Zero), (test.Limiter.UsedOf(Tpm), test.WaitFor(1)));
    }

    [Fact]
    public void Dispose_before_a_settlement_gives_everything_back()
    {
        using var test = new LimiterUnderTest(limits: [(Tpm, 8_000), (LLMRateLimitKind.RequestsPerMinute, 30)]);

        test.Take(500, 500).Dispose();

        Assert.Equal((0, 0), (test.Limiter.UsedOf(Tpm), test.Limiter.UsedOf(LLMRateLimitKind.RequestsPerMinute)));
    }

    [Fact]
    public void Cancel_after_sending_keeps_everything()
    {
        using var test = new LimiterUnderTest(limits: [(Tpm, 8_000), (LLMRateLimitKind.RequestsPerMinute, 30)]);

        test.Take(500, 500).Cancel();

        Assert.Equal((1_000, 1), (test.Limiter.UsedOf(Tpm), test.Limiter.UsedOf(LLMRateLimitKind.RequestsPerMinute)));
    }

    [Fact]
    public void Refused_and_unsent_requests_give_everything_back()
    {
        LLMServiceException[] errors =
        [
            new LLMRateLimitException("x"), new LLMContextLengthException("x"), new LLMQuotaException("x"), new LLMAuthenticationException("x"),
            new LLMInvalidRequestException("x"), new LLMCircuitOpenException("x"), new LLMConnectionException("x"),
            new LLMConnectionException("x", null, new HttpRequestException(HttpRequestError.ConnectionError)),
            new LLMTimeoutException(LLMTimeoutPhase.Connect, "x"),
        ];

        Assert.All(errors, error => Assert.Equal(0, UsedAfter(error)));
    }

    [Fact]
    public void Requests_that_may_have_been_worked_on_keep_what_they_took()
    {
        LLMServiceException[] errors =
        [
            Some.ServerError, new LLMTimeoutException(LLMTimeoutPhase.FirstContent, "x"), new LLMContentPolicyException("x"), new LLMInvalidResponseException("x"),
            new LLMConnectionException("x", null, new HttpRequestException(HttpRequestError.ResponseEnded)),
            new LLMConnectionException("x", new LLMErrorDetails { StatusCode = 200 }),
        ];

        Assert.All(errors, error => Assert.Equal(1_000, UsedAfter(error)));
    }

    [Fact]
    public void Failure_that_tells_its_usage_is_settled_by_it() =>
        Assert.Equal(70, UsedAfter(new LLMServerException("x", new LLMErrorDetails { Usage = LimiterUnderTest.Usage(50, 20) })));

    [Fact]
    public void Given_back_tokens_let_the_head_of_the_queue_go_earlier()
    {
        using var test = LimiterUnderTest.Tokens(600);
        var first = test.Take(300, 300);
        var waiting = test.TakeAsync("x", 300);

        first.Settle(LimiterUnderTest.Usage(300, 50), null);
        test.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Debt_beyond_the_limit_is_waited_for()
    {
        using var test = LimiterUnderTest.Tokens(600);

        test.Take(300).Settle(LimiterUnderTest.Usage(300, 900), null);

        Assert.Equal(TimeSpan.FromSeconds(120), test.WaitFor(600));
    }

    private static long? UsedAfter(LLMServiceException error)
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        test.Take(500, 500).Fail(error);
        Assert.Equal(0, test.Limiter.Totals.Held);
        return test.Limiter.UsedOf(Tpm);
    }

    private static RateLimitFigures Figures(long tokensPerMinute)
    {
        var figures = new RateLimitFigures();
        figures[Tpm] = tokensPerMinute;
        return figures;
    }
}
