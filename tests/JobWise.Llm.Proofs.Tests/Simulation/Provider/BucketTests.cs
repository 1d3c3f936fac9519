using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Tests.Simulation.Provider;

public sealed class BucketTests
{
    /// <summary>What Groq wrote in seven public reports of its 429.</summary>
    [Theory]
    [InlineData(8000, 7739, 1108, 60, 6.3525)]
    [InlineData(100_000, 97_050, 3619, 86_400, 578.016)]
    [InlineData(6000, 5034, 1443, 60, 4.77)]
    [InlineData(7000, 0, 12_903, 60, 50.597)]
    [InlineData(7000, 0, 7895, 60, 7.6714)]
    [InlineData(12_000, 4437, 9854, 60, 11.455)]
    [InlineData(12_000, 2542, 9855, 60, 1.985)]
    public void WaitFor_the_seven_public_samples_is_what_Groq_wrote(int limit, int used, int requested, int windowSeconds, double groq)
    {
        var bucket = new Bucket(limit, TimeSpan.FromSeconds(windowSeconds));
        bucket.Take(used, TimeSpan.Zero);

        var wait = bucket.WaitFor(requested, TimeSpan.Zero);

        Assert.InRange(wait.TotalSeconds, groq - 0.0005, groq + 0.0005);
    }

    [Fact]
    public void WaitFor_room_is_there_after_the_wait_and_not_a_tick_before()
    {
        var bucket = new Bucket(7000, TimeSpan.FromMinutes(1));
        bucket.Take(6999, TimeSpan.Zero);
        var wait = bucket.WaitFor(1234, TimeSpan.Zero);

        var before = bucket.WaitFor(1234, wait - TimeSpan.FromTicks(1));
        var after = bucket.WaitFor(1234, wait);

        Assert.Equal((TimeSpan.FromTicks(1), TimeSpan.Zero), (before, after));
    }

    [Fact]
    public void Take_greedy_caller_never_gets_more_than_a_full_bucket_and_what_refills()
    {
        var bucket = new Bucket(100, TimeSpan.FromMinutes(1));
        var taken = 0L;

        for (var now = TimeSpan.Zero; now < TimeSpan.FromMinutes(10); now += TimeSpan.FromMilliseconds(37))
        {
            if (bucket.WaitFor(7, now) == TimeSpan.Zero)
            {
                bucket.Take(7, now);
                taken += 7;
            }

            Assert.True(taken <= 100 + (now.TotalMinutes * 100), $"{taken} were taken after {now}.");
        }

        Assert.InRange(taken, 1080, 1100);
    }

    [Fact]
    public void Return_more_than_is_still_used_leaves_a_full_bucket()
    {
        var bucket = new Bucket(60, TimeSpan.FromMinutes(1));
        bucket.Take(50, TimeSpan.Zero);

        bucket.Return(40, TimeSpan.FromSeconds(30));

        Assert.Equal((0, TimeSpan.Zero), (bucket.UsedAt(TimeSpan.FromSeconds(30)), bucket.WaitFor(60, TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void OverBy_counts_what_there_is_no_room_for()
    {
        var bucket = new Bucket(60, TimeSpan.FromMinutes(1));
        bucket.Take(50, TimeSpan.Zero);

        var over = bucket.OverBy(20, TimeSpan.FromSeconds(2.5));

        Assert.Equal(7.5m, over);
    }
}
