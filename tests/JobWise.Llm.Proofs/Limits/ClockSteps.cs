using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>Sets the wall clock every seven minutes, by a quarter of a minute up to days, forwards and back.</summary>
internal static class ClockSteps
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(7);

    private static readonly IReadOnlyList<TimeSpan> Steps =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromDays(2), TimeSpan.FromSeconds(-15), TimeSpan.FromDays(-5), TimeSpan.FromSeconds(61)];

    public static async Task RunAsync(SimulatedClock clock, TimeSpan until)
    {
        for (var step = 0; clock.Elapsed < until; step++)
        {
            await clock.WaitAsync(Pause);
            clock.StepWallClock(Steps[step % Steps.Count]);
        }
    }
}
