using JobWise.Llm.TestKit;

namespace JobWise.Llm.Tests;

public sealed class LLMCallScopeTests
{
    private readonly TwoClockTimeProvider _time = new();

    [Fact]
    public void Remaining_follows_the_monotonic_clock_and_ends_at_zero()
    {
        var scope = new LLMCallScope(_time, TimeSpan.FromSeconds(60));

        _time.Advance(TimeSpan.FromSeconds(20));
        _time.StepWallClock(TimeSpan.FromHours(-1));
        var afterTwenty = scope.Remaining;
        _time.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(TimeSpan.FromSeconds(40), afterTwenty);
        Assert.Equal(TimeSpan.Zero, scope.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(70), scope.Elapsed);
    }

    [Fact]
    public void Start_second_time_changes_nothing()
    {
        var scope = new LLMCallScope();

        var first = scope.Start(_time, TimeSpan.FromSeconds(5));
        var callId = scope.CallId;
        var second = scope.Start(_time, TimeSpan.FromSeconds(50));

        Assert.Equal((true, false), (first, second));
        Assert.Equal((callId, TimeSpan.FromSeconds(5)), (scope.CallId, scope.Timeout));
        Assert.Equal(7, callId.Version);
    }

    [Fact]
    public void TryTakeSend_from_many_threads_never_passes_the_limit()
    {
        var scope = new LLMCallScope();
        var taken = 0;

        Parallel.For(0, 1000, _ => Interlocked.Add(ref taken, scope.TryTakeSend(4) ? 1 : 0));

        Assert.Equal((4, 4), (taken, scope.Sends));
    }
}
