namespace JobWise.Llm.Pipeline.Tests;

public class BackoffTests
{
    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 1.0, 2)]
    [InlineData(3, 1.0, 4)]
    [InlineData(3, 0.5, 2)]
    [InlineData(9, 1.0, 30)]
    [InlineData(1, 0.0, 0.1)]
    public void AfterFailure_doubles_from_one_second_up_to_the_cap_and_never_below_100_ms(int failures, double chance, double seconds)
    {
        var wait = Backoff.AfterFailure(failures, new LLMRetryOptions(), chance);

        Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
    }

    [Theory]
    [InlineData(7, 0.0, 7)]
    [InlineData(7, 0.5, 7.35)]
    [InlineData(0, 0.9, 0.1)]
    public void AfterHint_is_never_before_the_hint_and_at_most_a_tenth_later(double hint, double chance, double seconds)
    {
        var wait = Backoff.AfterHint(TimeSpan.FromSeconds(hint), chance);

        Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
    }

    [Fact]
    public void AfterFailure_stays_between_100_ms_and_the_cap_for_any_chance_and_count()
    {
        var chance = new Random(4711);
        var retry = new LLMRetryOptions();

        var waits = Enumerable.Range(0, 10_000).Select(i => Backoff.AfterFailure(1 + (i % 50), retry, chance.NextDouble())).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(100), retry.MaxDelay));
    }
}
