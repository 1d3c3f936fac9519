namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>Who waits: cancellation, waking, and the one timer.</summary>
public sealed class WaiterTests
{
    [Fact]
    public async Task Cancelled_waiter_leaves_no_trace()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        using var cancel = new CancellationTokenSource();
        var cancelled = test.TakeAsync("cancelled", 600, cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(TimeSpan.FromSeconds(10), test.WaitFor(100));
        Assert.Equal((600, 0), (test.Limiter.Totals.Reserved, test.Clock.PendingTimers.Count));
    }

    [Fact]
    public async Task Cancelled_head_lets_the_next_go()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(300);
        using var cancel = new CancellationTokenSource();
        var head = test.TakeAsync("head", 600, cancellationToken: cancel.Token);
        var next = test.TakeAsync("next", 10);

        await cancel.CancelAsync();
        test.Clock.Advance(TimeSpan.Zero);

        Assert.True(next.IsCompletedSuccessfully);
        Assert.True(head.IsCanceled);
    }

    [Fact]
    public async Task Waiter_cancelled_between_grant_and_waking_gives_back_what_it_got()
    {
        using var test = LimiterUnderTest.Tokens(600);
        var taken = test.Take(600);
        using var cancel = new CancellationTokenSource();
        var waiting = test.TakeAsync("x", 500, cancellationToken: cancel.Token);
        taken.Dispose();

        await cancel.CancelAsync();
        test.Clock.Advance(TimeSpan.Zero);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal((0, 0), (test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute), test.Limiter.Totals.Held));
    }

    [Fact]
    public void Token_that_is_cancelled_already_takes_nothing()
    {
        using var test = LimiterUnderTest.Tokens(600);

        var reserve = test.Limiter.ReserveAsync(LimiterUnderTest.Ask(1), LimiterUnderTest.Long, new CancellationToken(true));

        Assert.Equal((true, 0), (reserve.IsCanceled, test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute)));
    }

    [Fact]
    public void Who_settles_never_runs_the_code_of_a_waiter()
    {
        using var test = LimiterUnderTest.Tokens(600);
        var taken = test.Take(600);
        _ = test.TakeAsync("waiter", 600);

        taken.Dispose();

        Assert.Empty(test.Granted);
        test.Clock.Advance(TimeSpan.Zero);
        Assert.Equal(["waiter"], test.Granted);
    }

    [Fact]
    public void One_timer_serves_a_whole_queue()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);

        for (var i = 0; i < 100; i++)
        {
            _ = test.TakeAsync("x", 6);
        }

        Assert.Equal([TimeSpan.FromSeconds(0.6)], test.Clock.PendingTimers);
    }

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror, 10)]
    [InlineData(LLMRateLimitMode.Strict, 60)]
    public void Wall_clock_steps_change_nothing(LLMRateLimitMode mode, int seconds)
    {
        using var test = LimiterUnderTest.Tokens(600, mode);
        test.Take(600);
        var waiting = test.TakeAsync("x", 100);

        test.Clock.StepWallClock(TimeSpan.FromDays(2));
        Assert.Equal(TimeSpan.FromSeconds(seconds + (seconds == 60 ? 0 : 10)), test.WaitFor(100));
        test.Clock.StepWallClock(TimeSpan.FromDays(-9));
        test.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Early_timer_is_set_again_for_the_rest()
    {
        using var test = LimiterUnderTest.Tokens(600);
        test.Take(600);
        var waiting = test.TakeAsync("x", 100);
        test.Limiter.Apply(LimiterUnderTest.Settings(LLMRateLimitMode.Mirror, (LLMRateLimitKind.TokensPerMinute, 300)));

        // 500 in use must fall to 200 at five a second.
        test.Clock.Advance(TimeSpan.FromSeconds(79.9));
        Assert.False(waiting.IsCompleted);
        test.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(waiting.IsCompletedSuccessfully);
    }
}
