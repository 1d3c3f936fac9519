using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>
/// The load of the design that the project started from: 30 requests and 40,000 tokens a minute, 14,400 requests a day, and two calls of 2,500
/// tokens for a resume.
/// </summary>
internal static class SeedsLoad
{
    private const int Days = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static LimitPart Play(Subject subject, ProofRun run)
    {
        var scenario = Scenario(run.IsQuick);
        var subjects = new[] { StandIns.FixedWindow, StandIns.NaiveRetry, subject, StandIns.Oracle }.Distinct();
        return new LimitPart(
            new ProofTable(
                "Resumes, at 30 requests and 40,000 tokens a minute and 14,400 requests a day, two calls of 2,500 tokens each, 8 workers",
                ["first minute", "first hour", "a later minute", "first day", "third day", "calls lost"],
                [.. subjects.Select(each => RowOf(each, LimitRun.Play(scenario, each, run.Seed)))]),
            []);
    }

    private static ProofRow RowOf(Subject subject, LimitRun run) => new(
        subject.Name,
        run.Log.Calls.Count,
        [
            Count(run, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
            Count(run, TimeSpan.Zero, TimeSpan.FromHours(1)),
            $"{run.WholeJobsBetween(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(60)) / 50m:0.00}",
            Count(run, TimeSpan.Zero, Day),
            Count(run, Day * 2, Day * 3),
            $"{run.Lost / (decimal)run.Log.Calls.Count:P1}",
        ]);

    private static string Count(LimitRun run, TimeSpan from, TimeSpan to) =>
        run.Scenario.Load.Duration >= to ? $"{run.WholeJobsBetween(from, to)}" : "-";

    private static LimitScenario Scenario(bool isQuick) => new(
        "seeds",
        SimulatedLimits.PerMinute(30, 40_000) with { RequestsPerDay = 14_400 },
        new WorkerLoad { Workers = 8, Shape = CallShape.Exact(1500, 1000), CallsPerJob = 2, Duration = isQuick ? TimeSpan.FromHours(1) : Day * Days });
}
