namespace JobWise.Llm.Pipeline.Tests;

public class RollingCountsTests
{
    private readonly RollingCounts _counts = new(TimeSpan.FromSeconds(60));

    [Fact]
    public void Add_sums_both_counts_over_the_window()
    {
        _counts.Add(TimeSpan.FromSeconds(1), first: 2, second: 1);
        _counts.Add(TimeSpan.FromSeconds(55), first: 3, second: 0);

        Assert.Equal((5, 1), (_counts.First, _counts.Second));
    }

    [Theory]
    [InlineData(59.999, 1)]
    [InlineData(60, 0)]
    [InlineData(120, 0)]
    [InlineData(86_400, 0)]
    public void MoveTo_lets_a_slice_go_when_its_first_moment_is_a_window_old(double now, int left)
    {
        _counts.Add(TimeSpan.FromSeconds(9.999), first: 1, second: 1);

        _counts.MoveTo(TimeSpan.FromSeconds(now));

        Assert.Equal((left, left), (_counts.First, _counts.Second));
    }

    [Fact]
    public void MoveTo_keeps_what_came_within_five_sixths_of_the_window_and_nothing_older_than_it()
    {
        for (var second = 0; second < 300; second++)
        {
            _counts.Add(TimeSpan.FromSeconds(second), first: 1, second: 0);

            Assert.InRange(_counts.First, Math.Min(second + 1, 51), 60);
        }
    }

    [Fact]
    public void Add_agrees_with_a_plain_list_on_random_steps()
    {
        var random = new Random(4);
        List<(long Slice, int First, int Second)> all = [];
        var now = TimeSpan.Zero;
        for (var i = 0; i < 10_000; i++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(90_000) : random.Next(5_000));
            var (first, second, slice) = (random.Next(3), random.Next(3), now.Ticks / TimeSpan.FromSeconds(10).Ticks);
            all.Add((slice, first, second));

            _counts.Add(now, first, second);

            all.RemoveAll(entry => entry.Slice <= slice - 6);
            Assert.Equal((all.Sum(entry => entry.First), all.Sum(entry => entry.Second)), (_counts.First, _counts.Second));
        }
    }

    [Fact]
    public void Clear_forgets_everything_and_counts_on()
    {
        _counts.Add(TimeSpan.FromSeconds(25), first: 4, second: 4);

        _counts.Clear();
        _counts.Add(TimeSpan.FromSeconds(26), first: 1, second: 0);

        Assert.Equal((1, 0), (_counts.First, _counts.Second));
    }

    [Fact]
    public void A_window_too_short_for_six_slices_still_counts()
    {
        var counts = new RollingCounts(TimeSpan.FromTicks(3));

        counts.Add(TimeSpan.FromTicks(1), first: 1, second: 1);

        Assert.Equal((1, 1), (counts.First, counts.Second));
    }
}
