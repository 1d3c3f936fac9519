namespace JobWise.Llm.Pipeline.Tests;

public class TimeHistogramTests
{
    [Fact]
    public void Quantile_of_nothing_is_nothing() => Assert.Null(new TimeHistogram().Quantile(0.5));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void Quantile_is_off_by_a_tenth_at_most(double share)
    {
        var random = new Random(1);
        var histogram = new TimeHistogram();
        var times = Enumerable.Range(0, 5000).Select(_ => Math.Exp(random.NextDouble() * 12)).ToList();
        times.ForEach(time => histogram.Add(TimeSpan.FromMilliseconds(time)));
        times.Sort();

        var quantile = histogram.Quantile(share)!.Value.TotalMilliseconds;

        Assert.InRange(quantile / times[(int)Math.Ceiling(share * times.Count) - 1], 0.9, 1.1);
    }

    [Fact]
    public void Add_of_two_histograms_is_that_of_all()
    {
        var (fast, slow) = (new TimeHistogram(), new TimeHistogram());
        fast.Add(TimeSpan.FromMilliseconds(10));
        slow.Add(TimeSpan.FromSeconds(100));

        fast.Add(slow);

        Assert.InRange(fast.Quantile(1)!.Value.TotalSeconds, 90, 100);
        Assert.InRange(fast.Quantile(0.5)!.Value.TotalMilliseconds, 9, 11);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3600, 1048.576)]
    public void Add_beyond_the_steps_counts_in_the_nearest(int seconds, double atMostSeconds)
    {
        var histogram = new TimeHistogram();

        histogram.Add(TimeSpan.FromSeconds(seconds));

        Assert.InRange(histogram.Quantile(0.5)!.Value.TotalSeconds, 0.001, atMostSeconds);
    }
}
