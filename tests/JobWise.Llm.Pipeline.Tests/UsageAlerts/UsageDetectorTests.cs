namespace JobWise.Llm.Pipeline.Tests;

public class UsageDetectorTests
{
    private static readonly UsageKey Ada = new(LLMUsageAlertScope.User, "ada");

    [Fact]
    public void Observe_an_hour_far_above_the_mean_is_told_once()
    {
        var detector = Steady(out var hour);

        Assert.Null(detector.Observe(Ada, hour, new UsageAmount(0, 3_000_000)));
        var found = detector.Observe(Ada, hour, new UsageAmount(0, 1_500_000));
        Assert.Null(detector.Observe(Ada, hour, new UsageAmount(0, 9_000_000)));

        Assert.Equal((4_500_000L, 1_000_000L), (found!.Value.Now.Tokens, found.Value.Usual.Tokens));
        Assert.NotNull(detector.Observe(Ada, hour + 1, new UsageAmount(0, 20_000_000)));
    }

    [Fact]
    public void Observe_dollars_alone_are_enough()
    {
        var detector = Steady(out var hour);

        Assert.NotNull(detector.Observe(Ada, hour, new UsageAmount(9, 0)));
    }

    [Fact]
    public void Observe_below_the_least_that_matters_is_never_unusual()
    {
        var detector = new UsageDetector(new LLMUsageAlertOptions());
        for (var hour = 0; hour < 100; hour++)
        {
            detector.Observe(Ada, hour, new UsageAmount(0.001m, 100));
        }

        Assert.Null(detector.Observe(Ada, 100, new UsageAmount(0.99m, 199_000)));
    }

    [Fact]
    public void Observe_somebody_new_is_never_unusual()
    {
        var detector = new UsageDetector(new LLMUsageAlertOptions());

        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Null(detector.Observe(Ada, hour, new UsageAmount(100, (long)Math.Pow(2, hour))));
        }
    }

    [Fact]
    public void Observe_after_idle_hours_knows_that_idle_is_usual()
    {
        var detector = Steady(out var hour);
        var found = detector.Observe(Ada, hour + 200, new UsageAmount(0, 5_000_000));

        Assert.InRange(found!.Value.Usual.Tokens, 200_000, 400_000);
    }

    [Fact]
    public void Observe_one_wild_hour_does_not_make_the_next_look_tame()
    {
        var detector = Steady(out var hour);
        detector.Observe(Ada, hour, new UsageAmount(0, 1_000_000_000));

        Assert.NotNull(detector.Observe(Ada, hour + 1, new UsageAmount(0, 20_000_000)));
    }

    [Fact]
    public void Observe_a_new_level_becomes_usual_within_days()
    {
        var detector = Steady(out var hour);
        var told = Enumerable.Range(0, 24 * 7).Count(more => detector.Observe(Ada, hour + more, new UsageAmount(0, 10_000_000)) is not null);

        Assert.InRange(told, 1, 48);
        Assert.Null(detector.Observe(Ada, hour + (24 * 7), new UsageAmount(0, 10_000_000)));
    }

    [Fact]
    public void Observe_more_than_can_be_followed_keeps_those_that_are_used()
    {
        var detector = new UsageDetector(new LLMUsageAlertOptions { MostFollowed = 2 });
        foreach (var name in (string[])["a", "b", "c"])
        {
            detector.Observe(new UsageKey(LLMUsageAlertScope.User, name), 0, default);
        }

        Assert.Equal(2, detector.Followed);
        detector.Observe(new UsageKey(LLMUsageAlertScope.User, "a"), 169, default);
        detector.Observe(new UsageKey(LLMUsageAlertScope.User, "d"), 169, default);
        detector.Observe(new UsageKey(LLMUsageAlertScope.User, "e"), 169, default);
        Assert.Equal(2, detector.Followed);
    }

    /// <summary>Ten days of about a million tokens and a dollar in each hour.</summary>
    private static UsageDetector Steady(out long hour)
    {
        var detector = new UsageDetector(new LLMUsageAlertOptions());
        for (hour = 0; hour < 240; hour++)
        {
            Assert.Null(detector.Observe(Ada, hour, new UsageAmount(1, 1_000_000)));
        }

        return detector;
    }
}
