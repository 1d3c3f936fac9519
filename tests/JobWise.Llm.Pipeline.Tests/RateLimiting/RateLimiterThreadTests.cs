using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RateLimiterThreadTests
{
    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Sixty_four_threads_never_take_more_than_there_is(LLMRateLimitMode mode)
    {
        using var test = new LimiterUnderTest(mode, (LLMRateLimitKind.TokensPerMinute, 10_000), (LLMRateLimitKind.RequestsPerMinute, 700));
        var granted = 0L;

        OnThreads(64, thread =>
        {
            for (var i = 0; i < 200; i++)
            {
                var pending = test.Limiter.ReserveAsync(LimiterUnderTest.Ask(13), TimeSpan.Zero, default).AsTask();
                Interlocked.Add(ref granted, pending.IsCompletedSuccessfully ? 13 : 0);
            }
        });

        Assert.Equal(700 * 13, granted);
        Assert.Equal(700, test.Limiter.UsedOf(LLMRateLimitKind.RequestsPerMinute));
    }

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Sixty_four_threads_on_a_moving_clock_are_served_in_order_and_never_over_the_bucket(LLMRateLimitMode mode)
    {
        using var test = new LimiterUnderTest(mode, (LLMRateLimitKind.TokensPerMinute, 6_000));
        var course = new ThreadedCourse(test.Limiter);

        var asking = Task.Factory.StartNew(() => OnThreads(64, thread => course.Ask(thread, calls: 20)), TaskCreationOptions.LongRunning);
        course.MoveBeside(asking, test.Clock);

        Assert.Equal((64 * 20, 0), (course.Granted, course.Refused));
        Assert.All(course.GrantTimesByPriority(), times => Assert.Equal(times.Order(), times));
        Assert.InRange(course.MostAbove(6_000, TimeSpan.FromMinutes(1), refills: mode == LLMRateLimitMode.Mirror), long.MinValue, 1);
    }

    [Fact]
    public void Sixty_four_threads_that_use_return_and_give_up_leave_nothing_behind()
    {
        using var test = new LimiterUnderTest(limits: [(LLMRateLimitKind.TokensPerMinute, 1_000)]);
        var waiting = new ConcurrentBag<Task>();

        OnThreads(64, thread =>
        {
            for (var i = 0; i < 20; i++)
            {
                using var cancel = new CancellationTokenSource();
                waiting.Add(UseAsync(test, thread + i, cancel.Token));
                if (i % 3 == 0)
                {
                    cancel.Cancel();
                }
            }
        });

        for (var i = 0; i < 10_000 && waiting.Any(task => !task.IsCompleted); i++)
        {
            test.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.All(waiting, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal(0, test.Limiter.Totals.Held);
    }

    [Fact]
    public void One_reservation_settled_by_many_threads_is_settled_once()
    {
        using var test = LimiterUnderTest.Tokens(10_000);
        var reservation = test.Take(500, 500);

        OnThreads(16, thread => reservation.Settle(LimiterUnderTest.Usage(500, 100), null));

        Assert.Equal((600, 600), (test.Limiter.UsedOf(LLMRateLimitKind.TokensPerMinute), test.Limiter.Totals.Settled));
    }

    [Fact]
    public async Task System_clock_wakes_a_waiter_and_not_too_early()
    {
        using var limiter = new RateLimiter(new LimitedLane("groq", "groq", "m"), TimeProvider.System);
        limiter.Apply(LimiterUnderTest.Settings(LLMRateLimitMode.Mirror, (LLMRateLimitKind.TokensPerMinute, 60_000)));
        var start = TimeProvider.System.GetTimestamp();
        var first = await limiter.ReserveAsync(LimiterUnderTest.Ask(60_000), TimeSpan.Zero, default);

        using var second = await limiter.ReserveAsync(LimiterUnderTest.Ask(50), TimeSpan.FromMinutes(1), default);

        // 50 tokens are back after 50 ms; how late the machine's timer is, is no concern of this test.
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(50));
        first.Dispose();
    }

    private static async Task UseAsync(LimiterUnderTest test, int number, CancellationToken cancellationToken)
    {
        try
        {
            var reservation = await test.Limiter.ReserveAsync(LimiterUnderTest.Ask(10 + (number % 90)), TimeSpan.FromDays(9), cancellationToken).ConfigureAwait(false);
            (number % 4 == 0 ? (Action)reservation.Dispose : () => reservation.Settle(LimiterUnderTest.Usage(5, 5), null))();
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static void OnThreads(int count, Action<int> body)
    {
        using var gate = new ManualResetEventSlim();
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            gate.Wait();
            body(number);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        gate.Set();
        threads.ForEach(thread => thread.Join());
    }
}
