namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class LatencyBucketTests
{
    [Fact]
    public void Middle_is_at_most_nine_percent_off()
    {
        for (long microseconds = 1_000; microseconds < 3_600_000_000; microseconds = (microseconds * 21 / 20) + 1)
        {
            var middle = LatencyBucket.Middle(LatencyBucket.Of(microseconds)).TotalMicroseconds;

            Assert.InRange(middle / microseconds, 1 / 1.0906, 1.0906);
        }
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_no_time_is_none(long microseconds) =>
        Assert.Equal((LatencyBucket.None, TimeSpan.Zero), (LatencyBucket.Of(microseconds), LatencyBucket.Middle(LatencyBucket.Of(microseconds))));
}
