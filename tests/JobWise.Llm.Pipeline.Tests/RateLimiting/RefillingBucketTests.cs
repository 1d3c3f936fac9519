namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

public sealed class RefillingBucketTests
{
    [Theory]
    [InlineData(8_000, 7_739, 1_108, 60, 6_352.5)]
    [InlineData(100_000, 97_050, 3_619, 86_400, 578_016)]
    [InlineData(6_000, 5_034, 1_443, 60, 4_770)]
    [InlineData(7_000, 0, 12_903, 60, 50_597.1)]
    [InlineData(7_000, 0, 7_895, 60, 7_671.4)]
    [InlineData(12_000, 4_437, 9_854, 60, 11_455)]
    [InlineData(12_000, 2_542, 9_855, 60, 1_985)]
    public void Wait_is_what_Groq_asked_for(long limit, long used, long requested, int window, double milliseconds)
    {
        var wait = RefillingBucket.Wait(limit, used, requested, TimeSpan.FromSeconds(window));

        Assert.Equal(milliseconds, Math.Round(wait.TotalMilliseconds, 1));
    }

    [Theory]
    [InlineData(LLMRateLimitKind.TokensPerMinute, 8_000, 7_739, 1_108, 6_352.5)]
    [InlineData(LLMRateLimitKind.TokensPerDay, 100_000, 97_050, 3_619, 578_016)]
    [InlineData(LLMRateLimitKind.TokensPerMinute, 6_000, 5_034, 1_443, 4_770)]
    [InlineData(LLMRateLimitKind.TokensPerMinute, 12_000, 4_437, 9_854, 11_455)]
    [InlineData(LLMRateLimitKind.TokensPerMinute, 12_000, 2_542, 9_855, 1_985)]
    public void Limiter_waits_as_long_as_Groq_asks(LLMRateLimitKind kind, int limit, int used, int requested, double milliseconds)
    {
        using var test = new LimiterUnderTest(limits: [(kind, limit)]);
        test.Take(used);

        var wait = test.WaitFor(requested);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), wait);
    }

    [Theory]
    [InlineData(12_903)]
    [InlineData(7_895)]
    public void Limiter_never_waits_for_more_than_the_limit_though_Groq_names_a_time(int requested)
    {
        using var test = LimiterUnderTest.Tokens(7_000);

        Assert.Null(test.WaitFor(requested));
    }

    [Fact]
    public void Bucket_gives_room_at_the_tick_it_names_and_not_before()
    {
        var bucket = new RefillingBucket(TimeSpan.TicksPerMinute, 7_001);
        bucket.Add(6_999, 5);

        var wait = bucket.WaitFor(1_000, 5);

        Assert.NotEqual(0, bucket.WaitFor(1_000, 5 + wait - 1));
        Assert.Equal(0, bucket.WaitFor(1_000, 5 + wait));
    }

    [Fact]
    public void Day_of_small_steps_loses_nothing_to_rounding()
    {
        var bucket = new RefillingBucket(TimeSpan.TicksPerDay, 199_999);
        bucket.Add(199_999, 0);

        for (var step = 1; step <= 10_000; step++)
        {
            bucket.Used(step * TimeSpan.TicksPerDay / 20_000);
        }

        Assert.Equal(100_000, bucket.Used(TimeSpan.TicksPerDay / 2));
    }
}
