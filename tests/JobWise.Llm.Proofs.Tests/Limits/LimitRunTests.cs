using JobWise.Llm.Proofs.Limits;
using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Tests.Limits;

public sealed class LimitRunTests
{
    private static readonly LimitScenario Scenario = new(
        "two calls each",
        SimulatedLimits.PerMinute(30, 40_000),
        new WorkerLoad { Workers = 8, Shape = CallShape.Of(1500, 1000), CallsPerJob = 2, Duration = TimeSpan.FromHours(1) });

    [Fact]
    public void Play_oracle_uses_all_and_is_never_refused()
    {
        var run = LimitRun.Play(Scenario, StandIns.Oracle, seed: 3);

        Assert.InRange(run.UtilisationAfter(TimeSpan.FromMinutes(10)), 0.995m, 1.005m);
        Assert.Equal((0, 0m, 0, 0, 0), (run.Refused, run.Overshoot, run.Unfair, run.PassedOver, run.Lost));
    }

    [Fact]
    public void Play_product_gets_what_the_oracle_gets()
    {
        var oracle = LimitRun.Play(Scenario, StandIns.Oracle, seed: 3);

        var run = LimitRun.Play(Scenario with { HasClockSteps = true }, Product.KnowingTheLimits, seed: 3);

        Assert.InRange(run.JobsPerMinute / oracle.JobsPerMinute, 0.999m, 1.001m);
        Assert.Equal((0, 0m, 0, 0, 0), (run.Refused, run.Overshoot, run.Unfair, run.PassedOver, run.Lost));
    }

    [Fact]
    public void Play_naive_retry_is_found_out()
    {
        var run = LimitRun.Play(Scenario, StandIns.NaiveRetry, seed: 3);

        Assert.True(run is { Refused: > 100, Overshoot: > 1000, Unfair: > 10, Lost: > 100 }, $"{run.Refused} {run.Overshoot} {run.Unfair} {run.Lost}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Play_fixed_window_and_bucket_without_refunds_leave_a_part_unused(bool isWindow)
    {
        var run = LimitRun.Play(Scenario, isWindow ? StandIns.FixedWindow : StandIns.WithoutRefunds, seed: 3);

        Assert.InRange(run.UtilisationAfter(TimeSpan.FromMinutes(10)), 0.7m, 0.9m);
        Assert.Equal(0, run.Refused);
    }

    [Fact]
    public void Play_same_seed_makes_the_same_sends_and_another_seed_does_not()
    {
        var first = LimitRun.Play(Scenario, StandIns.Oracle, seed: 3);

        var again = LimitRun.Play(Scenario, StandIns.Oracle, seed: 3);
        var other = LimitRun.Play(Scenario, StandIns.Oracle, seed: 4);

        Assert.Equal(0, again.CountMovedFrom(first));
        Assert.NotEqual(0, other.CountMovedFrom(first));
    }

    [Fact]
    public void Play_jobs_of_the_oracle_add_up()
    {
        var run = LimitRun.Play(Scenario, StandIns.Oracle, seed: 3);

        Assert.Equal(run.Log.Calls.Count, run.Jobs.Count * 2);
        Assert.All(run.Log.Sends, send => Assert.Equal(SendEnd.Answered, send.End));
        Assert.InRange(run.Fairness, 0.999m, 1);
    }
}
