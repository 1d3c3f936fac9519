namespace JobWise.Llm.Pipeline.Tests;

public class CallIdsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_is_a_uuid_of_version_7_and_the_variant_of_the_rfc()
    {
        var ids = new CallIds(seed: 42);

        Assert.All(Enumerable.Range(0, 10_000).Select(_ => ids.Next(Noon)), id =>
        {
            Assert.Equal(7, id.Version);
            Assert.InRange(id.Variant, 8, 0xB);
        });
    }

    [Fact]
    public void Next_begins_with_the_milliseconds_of_the_wall_clock()
    {
        var id = new CallIds(seed: 42).Next(Noon);

        Assert.Equal(Noon.ToUnixTimeMilliseconds().ToString("x12"), id.ToString("N")[..12]);
    }

    [Fact]
    public void Next_of_a_later_millisecond_sorts_after_every_earlier_one()
    {
        var ids = new CallIds(seed: ulong.MaxValue);
        var made = Enumerable.Range(0, 10_000).Select(i => ids.Next(Noon.AddMilliseconds(i)).ToString("N")).ToList();

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
    }

    [Fact]
    public void Next_is_unique_over_a_million_calls_of_one_moment_on_eight_threads()
    {
        var ids = new CallIds(seed: 0);
        var made = new Guid[1_000_000];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => made[i] = ids.Next(Noon));

        Assert.Equal(made.Length, new HashSet<Guid>(made).Count);
    }

    [Fact]
    public void Next_of_another_seed_is_another_id() => Assert.NotEqual(new CallIds(seed: 1).Next(Noon), new CallIds(seed: 2).Next(Noon));
}
