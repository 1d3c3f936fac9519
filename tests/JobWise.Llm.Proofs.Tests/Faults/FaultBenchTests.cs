using JobWise.Llm.Proofs.Faults.Judging;

namespace JobWise.Llm.Proofs.Faults;

public sealed class FaultBenchTests
{
    private static readonly FaultVerdict ThanksToLag = FaultVerdict.Clean with { IsDoubtful = true };

    [Fact]
    public void Doubt_in_time_thanks_to_the_lag_is_doubtful_but_not_on_the_replay()
    {
        var lag = new SteadyLag(TimeSpan.Zero);

        Assert.True(new FaultBench(lag).Doubt(ThanksToLag, Now()).IsDoubtful);
        Assert.False(new FaultBench(lag, isReplay: true).Doubt(ThanksToLag, Now()).IsDoubtful);
        Assert.False(new FaultBench(lag).Doubt(FaultVerdict.Clean, Now()).IsDoubtful);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Doubt_wrong_while_the_process_was_late_is_doubtful(int lag, bool expected) => Assert.Equal(
        (expected, expected),
        (new FaultBench(new SteadyLag(TimeSpan.FromMilliseconds(lag))).Doubt(FaultVerdict.Wrong("late"), Now()).IsDoubtful,
            new FaultBench(new SteadyLag(TimeSpan.FromMilliseconds(lag)), isReplay: true).Doubt(FaultVerdict.Wrong("late"), Now()).IsDoubtful));

    [Fact]
    public async Task AllowedSince_replay_is_capped()
    {
        var lag = new SteadyLag(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), new FaultBench(lag).AllowedSince(Now()));
        Assert.Equal(TimeSpan.FromMilliseconds(250), await new FaultBench(lag).ReplayAsync(bench => Task.FromResult(bench.AllowedSince(Now())), _ => FaultVerdict.Clean));
    }

    [Fact]
    public async Task ReplayAsync_plays_until_nothing_is_doubtful_and_no_more_than_three_times()
    {
        var lag = new SteadyLag(TimeSpan.Zero);
        var (first, second) = (new FaultBench(lag), new FaultBench(lag));

        await first.ReplayAsync(_ => Task.FromResult(FaultVerdict.Clean), verdict => verdict);
        var last = await second.ReplayAsync(_ => Task.FromResult(FaultVerdict.Wrong("late") with { IsDoubtful = true }), verdict => verdict);

        Assert.Equal((1, 3, "late"), (first.Repeated, second.Repeated, last.Reasons[0]));
    }

    private static long Now() => TimeProvider.System.GetTimestamp();
}
