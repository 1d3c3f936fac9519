namespace JobWise.Llm.Pipeline.Tests;

/// <summary>The figures of <c>docs/alerts.md</c>. Without the floors, which would hide small users, so that only the bounds themselves are measured.</summary>
public class UsageSimulationTests
{
    [Theory]
    [InlineData(5, 0.55)]
    [InlineData(10, 0.95)]
    [InlineData(20, 1)]
    public void Defaults_raise_few_false_alarms_and_miss_few_wild_hours(int times, double leastFound)
    {
        var (falseAlarms, userDays, found, wild) = UsageSimulation.Run(Without(new LLMUsageAlertOptions()), times);

        Assert.True(falseAlarms <= userDays * 0.004, $"{falseAlarms} false alarms in {userDays} days");
        Assert.True(found >= wild * leastFound, $"{found} of {wild}");
    }

    [Fact]
    public void Control_a_bound_of_twice_the_mean_cries_wolf()
    {
        var (falseAlarms, userDays, _, _) = UsageSimulation.Run(Without(new LLMUsageAlertOptions { Factor = 2, Deviations = 1 }), times: 20);

        Assert.True(falseAlarms > userDays, $"{falseAlarms} false alarms in {userDays} days");
    }

    [Fact]
    public void Control_a_wild_hour_of_no_more_than_usual_is_not_found()
    {
        var (_, _, found, wild) = UsageSimulation.Run(Without(new LLMUsageAlertOptions()), times: 1);

        Assert.True(found <= wild * 0.02, $"{found} of {wild}");
    }

    private static LLMUsageAlertOptions Without(LLMUsageAlertOptions options)
    {
        (options.LeastUsd, options.LeastTokens) = (0, 0);
        return options;
    }
}
