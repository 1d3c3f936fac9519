using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Tests.Simulation.Time;

public sealed class SimulatedClockTests
{
    [Fact]
    public void Run_timers_fire_in_order_and_those_of_one_instant_in_the_order_of_arming()
    {
        var order = SimulationThread.Run(async clock =>
        {
            List<string> order = [];
            await Task.WhenAll(new[] { ("c", 3), ("a", 1), ("b", 1), ("d", 3) }.Select(async wait =>
            {
                await clock.WaitAsync(TimeSpan.FromHours(wait.Item2));
                order.Add($"{wait.Item1}{clock.Elapsed.TotalHours}");
            }).ToList());
            return order;
        });

        Assert.Equal(["a1", "b1", "c3", "d3"], order);
    }

    [Fact]
    public void Run_disposed_and_changed_timers_do_not_fire_at_their_old_time()
    {
        var fired = SimulationThread.Run(async clock =>
        {
            List<string> fired = [];
            using var moved = clock.CreateTimer(_ => fired.Add($"moved {clock.Elapsed}"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            clock.CreateTimer(_ => fired.Add("disposed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
            moved.Change(TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
            await clock.WaitAsync(TimeSpan.FromSeconds(5));
            return fired;
        });

        Assert.Equal(["moved 00:00:02"], fired);
    }

    [Fact]
    public void StepWallClock_moves_no_timer()
    {
        var (elapsed, wall) = SimulationThread.Run(async clock =>
        {
            var start = clock.GetUtcNow();
            var wait = clock.WaitAsync(TimeSpan.FromMinutes(1));
            clock.StepWallClock(TimeSpan.FromDays(-3));
            await wait;
            return (clock.Elapsed, clock.GetUtcNow() - start);
        });

        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1) - TimeSpan.FromDays(3)), (elapsed, wall));
    }

    [Fact]
    public void Run_code_that_goes_on_elsewhere_fails()
    {
        var error = Record.Exception(() => SimulationThread.Run(async clock =>
        {
            await Task.Run(() => 0);
            await clock.WaitAsync(TimeSpan.FromSeconds(1));
            return 0;
        }));

        Assert.IsType<InvalidOperationException>(error);
    }

    [Fact]
    public void Run_something_waits_for_what_never_comes_fails()
    {
        var error = Record.Exception(() => SimulationThread.Run(clock => new TaskCompletionSource<int>().Task));

        Assert.Contains("is stuck at", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
    }
}
