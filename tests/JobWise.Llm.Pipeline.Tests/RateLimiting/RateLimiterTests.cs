namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RateLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Reserve_with_room_completes_at_once()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        test.Take(8_000);

        Assert.Equal(8_000, test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute));
    }

    [Fact]
    public void Lane_without_a_known_limit_lets_everything_pass()
    {
        using var test = new LimiterUnderTest();

        test.Take(int.MaxValue, int.MaxValue);

        Assert.Equal(TimeSpan.Zero, test.WaitFor(int.MaxValue));
    }

    [Fact]
    public async Task Reserve_without_room_is_granted_at_the_exact_time()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        test.Take(7_739);
        var waiting = test.TakeAsync("late", 1_108);

        test.Clock.Advance(TimeSpan.FromSeconds(6.3525) - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        test.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal(1_108, (await waiting).PromptTokens);
    }

    [Fact]
    public void Every_limit_must_have_room()
    {
        using var test = new LimiterUnderTest(limits: [(LLMRateLimitKind.RequestsPerMinute, 2), (LLMRateLimitKind.TokensPerMinute, 600), (LLMRateLimitKind.TokensPerDay, 86_400)]);

        test.Take(600);

        Assert.Equal(TimeSpan.FromSeconds(10), test.WaitFor(100));
        Assert.Equal(TimeSpan.Zero, test.WaitFor(0));
        test.Take(0);
        Assert.Equal(TimeSpan.FromSeconds(30), test.WaitFor(0));
    }

    [Fact]
    public void Input_and_output_are_counted_apart_where_the_provider_does()
    {
        using var test = new LimiterUnderTest(limits: [(LLMRateLimitKind.InputTokensPerMinute, 600), (LLMRateLimitKind.OutputTokensPerMinute, 60)]);

        test.Take(600, 30);

        Assert.Equal((600, 30), (test.Limiter.UsedOf(LLMRateLimitKind.InputTokensPerMinute), test.Limiter.UsedOf(LLMRateLimitKind.OutputTokensPerMinute)));
        Assert.Equal(TimeSpan.FromSeconds(15), test.Limiter.WaitFor(new RateLimitAsk { OutputTokens = 45 }));
    }

    [Fact]
    public void Wait_includes_the_queue_ahead()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        _ = test.TakeAsync("a", 100);
        _ = test.TakeAsync("b", 50);

        Assert.Equal(TimeSpan.FromSeconds(25), test.WaitFor(100));
        Assert.Equal(TimeSpan.FromSeconds(10), test.Limiter.WaitFor(LimiterUnderTest.Ask(100, priority: 1)));
    }

    [Fact]
    public void Wait_knows_that_a_limit_fills_up_while_another_is_waited_for()
    {
        using var test = new LimiterUnderTest(limits: [(LLMRateLimitKind.RequestsPerMinute, 2), (LLMRateLimitKind.TokensPerMinute, 600)]);
        test.Take(600);
        test.Take(0);
        _ = test.TakeAsync("heavy", 600);

        // After the minute for the heavy one both requests are free again and one of them is taken: the next goes at once, the one after waits.
        Assert.Equal(Minute, test.WaitFor(0));
        _ = test.TakeAsync("light", 0);
        Assert.Equal(TimeSpan.FromSeconds(90), test.WaitFor(0));
    }

    [Fact]
    public void Waiters_are_granted_by_priority_and_then_in_order()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        var waiting = new[] { test.TakeAsync("first", 300), test.TakeAsync("second", 10), test.TakeAsync("urgent", 300, priority: 5), test.TakeAsync("third", 10) };

        test.Clock.Advance(Minute * 2);

        Assert.All(waiting, call => Assert.True(call.IsCompletedSuccessfully));
        Assert.Equal(["urgent", "first", "second", "third"], test.Granted);
    }

    [Fact]
    public void Small_ask_does_not_overtake_a_large_one()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(300);
        var large = test.TakeAsync("large", 600);
        var small = test.TakeAsync("small", 1);

        Assert.False(large.IsCompleted || small.IsCompleted);
    }

    [Fact]
    public void Urgent_ask_that_fits_does_not_wait_for_the_queue()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(300);
        var large = test.TakeAsync("large", 600);

        var urgent = test.TakeAsync("urgent", 100, priority: 1);

        Assert.Equal((false, true), (large.IsCompleted, urgent.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Refusal_names_lane_limit_time_and_cure()
    {
        using var test = LimiterUnderTest.Tokens(8_000);
        test.Take(7_739);

        var error = await Assert.ThrowsAsync<LLMRateLimitException>(() => test.TakeAsync("x", 1_108, longestWait: TimeSpan.FromSeconds(2)));

        Assert.Equal(
            "The limit of 8,000 tokens per minute of groq/openai/gpt-oss-120b has no room for this call of 1,108 tokens before 6.353 s have passed, "
            + "the calls ahead of it included, and it may wait 2 s. Send it later, give it more time, let another lane serve it, or set "
            + "JobWise:Llm:Providers:groq:Plan or :RateLimits if the account has more.",
            error.Message);
        Assert.Equal((TimeSpan.FromSeconds(6.3525), "groq", "openai/gpt-oss-120b", null), (error.RetryAfter, error.Provider, error.Model, error.StatusCode));
    }

    [Fact]
    public async Task Ask_that_can_never_fit_names_how_much_it_is_over()
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        var error = await Assert.ThrowsAsync<LLMContextLengthException>(
            async () => await test.Limiter.ReserveAsync(new RateLimitAsk { PromptTokens = 30_979, OutputTokens = 2_000 }, LimiterUnderTest.Long, default));

        Assert.Equal(
            "This call needs 32,979 tokens (about 30,979 of prompt and up to 2,000 of output), 24,979 more than the limit of 8,000 tokens per minute of "
            + "groq/openai/gpt-oss-120b ever lets through. Shorten the prompt, lower MaxTokens, set JobWise:Llm:RateLimiting:FitOutput, let another lane "
            + "serve it, or set JobWise:Llm:Providers:groq:Plan or :RateLimits if the account has more.",
            error.Message);
    }

    [Fact]
    public void Exactly_the_longest_wait_is_waited()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);

        var waiting = test.TakeAsync("x", 100, longestWait: TimeSpan.FromSeconds(10));
        test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Lowered_limit_refuses_a_waiter_that_can_no_longer_fit()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        var waiting = test.TakeAsync("x", 500);

        test.Limiter.Apply(LimiterUnderTest.Settings(LLMRateLimitMode.Mirror, (LLMRateLimitKind.TokensPerMinute, 400)));
        test.Clock.Advance(TimeSpan.Zero);

        await Assert.ThrowsAsync<LLMContextLengthException>(() => waiting);
    }

    [Fact]
    public void Raised_limit_is_used_at_once_and_what_is_in_use_stays()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        var waiting = test.TakeAsync("x", 500);

        test.Limiter.Apply(LimiterUnderTest.Settings(LLMRateLimitMode.Mirror, (LLMRateLimitKind.TokensPerMinute, 1_100)));
        test.Clock.Advance(TimeSpan.Zero);

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal(1_100, test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute));
    }

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror, LLMRateLimitMode.Strict)]
    [InlineData(LLMRateLimitMode.Strict, LLMRateLimitMode.Mirror)]
    public void Changed_mode_keeps_what_is_in_use(LLMRateLimitMode before, LLMRateLimitMode after)
    {
        using var test = LimiterUnderTest.Tokens(600, before);
        test.Take(400);

        test.Limiter.Apply(LimiterUnderTest.Settings(after, (LLMRateLimitKind.TokensPerMinute, 600)));

        Assert.Equal(400, test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute));
    }

    [Fact]
    public void Strict_mode_spends_a_burst_once_in_a_window()
    {
        using var test = LimiterUnderTest.Tokens(600, LLMRateLimitMode.Strict);
        test.Take(600);
        var waiting = test.TakeAsync("x", 1);

        test.Clock.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        test.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(6_000, 1_500, null)]
    [InlineData(6_000, 3_000, 2_000)]
    [InlineData(7_744, 3_000, 256)]
    [InlineData(7_745, 3_000, null)]
    public void Output_is_fitted_into_the_limit_where_enough_is_left(int prompt, int output, int? expected)
    {
        using var test = LimiterUnderTest.Tokens(8_000);

        Assert.Equal(expected, test.Limiter.FitOutput(new RateLimitAsk { PromptTokens = prompt, OutputTokens = output }));
    }

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Call_that_need_not_wait_costs_one_small_object(LLMRateLimitMode mode)
    {
        using var test = new LimiterUnderTest(mode, [.. Enum.GetValues<LLMRateLimitKind>().Select(kind => (kind, 1_000_000L))]);
        var usage = LimiterUnderTest.Usage(10, 5);
        Use(10);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Use(1_000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 1_000);

        void Use(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var pending = test.Limiter.ReserveAsync(LimiterUnderTest.Ask(10), TimeSpan.Zero, default);
                Assert.True(pending.IsCompletedSuccessfully);
                pending.GetAwaiter().GetResult().Settle(usage, null);
            }
        }
    }
}
