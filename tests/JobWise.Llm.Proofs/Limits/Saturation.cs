using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>64 workers that always want more than there is: how much of the limit they get, whether in order, and whether a set clock matters.</summary>
internal static class Saturation
{
    private const int Workers = 64;

    /// <summary>By then the burst that a full bucket allows is over under every limit here.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(10);

    public static LimitPart Play(Subject subject, ProofRun run)
    {
        var rows = Scenarios(run.IsQuick).Select(scenario => (
            Run: LimitRun.Play(scenario, subject, run.Seed),
            Stepped: LimitRun.Play(scenario with { HasClockSteps = true }, subject, run.Seed))).ToList();
        return new LimitPart(
            new ProofTable(
                $"At saturation, {Workers} workers: {subject.Name}",
                ["part of the limit used", "429s", "tokens over", "out of turn", "sends moved by clock steps"],
                [.. rows.Select(row => RowOf(row.Run, row.Stepped))]),
            [
                new("utilisation", decimal.Round(rows.Min(row => row.Run.UtilisationAfter(WarmUp)), 4)),
                new("avoidable_429", rows.Sum(row => row.Run.Refused)),
                new("overshoot", decimal.Round(rows.Sum(row => row.Run.Overshoot), 3)),
                new("unfair", rows.Sum(row => row.Run.Unfair)),
                new("moved_by_clock", rows.Sum(row => row.Stepped.CountMovedFrom(row.Run))),
            ]);
    }

    private static ProofRow RowOf(LimitRun run, LimitRun stepped) => new(
        run.Scenario.Id,
        run.Log.Calls.Count,
        [$"{run.UtilisationAfter(WarmUp):P2}", $"{run.Refused}", $"{run.Overshoot:0.###}", $"{run.Unfair}", $"{stepped.CountMovedFrom(run)}"]);

    private static IEnumerable<LimitScenario> Scenarios(bool isQuick)
    {
        var hours = isQuick ? 1.5 : 24;
        yield return Scenario("30 / 40,000, small calls", 30, 40_000, hours, CallShape.Exact(300, 200));
        yield return Scenario("30 / 40,000, equal calls", 30, 40_000, hours, CallShape.Exact(1500, 1000));
        yield return Scenario("30 / 8,000, unused output", 30, 8_000, hours * 2, CallShape.Of(1500, 1000));
        yield return Scenario("30 / 8,000, calls of all sizes", 30, 8_000, hours * 4, CallShape.Of(1, 1000) with { MostPromptTokens = 4000 });
        yield return Scenario("1,000 / 250,000, unused output", 1000, 250_000, isQuick ? 0.5 : 4, CallShape.Of(1500, 1000));
    }

    private static LimitScenario Scenario(string id, int requests, int tokens, double hours, CallShape shape) => new(
        id, SimulatedLimits.PerMinute(requests, tokens), new WorkerLoad { Workers = Workers, Shape = shape, Duration = TimeSpan.FromHours(hours) });
}
