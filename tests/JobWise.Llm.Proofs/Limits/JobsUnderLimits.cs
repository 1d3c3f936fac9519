using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>Jobs of two calls.</summary>
internal static class JobsUnderLimits
{
    /// <summary>
    /// Eight workers, next to an oracle and to what is usual; and once more, rough: over a network that delays each request differently, with
    /// prompts whose tokens cannot be known from their length, and with headers of the other kind. The oracle is spared all that.
    /// </summary>
    public static LimitPart Play(Subject subject, ProofRun run)
    {
        List<ProofRow> rows = [];
        List<(LimitRun Subject, LimitRun Oracle)> pairs = [];
        List<LimitRun> roughs = [];
        foreach (var scenario in Scenarios(run.IsQuick))
        {
            var oracle = LimitRun.Play(scenario, StandIns.Oracle, run.Seed);
            var ours = LimitRun.Play(scenario, subject, run.Seed);
            var rough = LimitRun.Play(Roughen(scenario), subject, run.Seed);
            pairs.Add((ours, oracle));
            roughs.Add(rough);
            rows.Add(RowOf(StandIns.Oracle, oracle, oracle));
            rows.Add(RowOf(subject, ours, oracle));
            rows.Add(RowOf(subject, rough, oracle));
            rows.AddRange(Usual(subject).Select(other => RowOf(other, LimitRun.Play(scenario, other, run.Seed), oracle)));
        }

        return new LimitPart(
            new ProofTable(
                "Jobs of two calls, 8 workers",
                ["jobs/min", "of the oracle's", "calls lost", "429s", "p95 of a job", "of the oracle's", "Jain", "begun jobs passed over"],
                rows),
            [.. FiguresOf(pairs), .. FiguresOf(roughs)]);
    }

    private static IReadOnlyList<ProofFigure> FiguresOf(IReadOnlyList<(LimitRun Subject, LimitRun Oracle)> pairs) =>
    [
        new("jobs_of_oracle", decimal.Round(pairs.Min(pair => pair.Subject.JobsPerMinute / pair.Oracle.JobsPerMinute), 4)),
        new("refused_share", decimal.Round(pairs.Max(pair => RefusedShareOf(pair.Subject)), 4)),
        new("p95_of_oracle", decimal.Round(pairs.Max(pair => (decimal)(pair.Subject.JobTimeP95 / pair.Oracle.JobTimeP95)), 4)),
        new("jain", decimal.Round(pairs.Min(pair => pair.Subject.Fairness), 4)),
        new("lost", pairs.Sum(pair => pair.Subject.Lost)),
        new("passed_over", pairs.Sum(pair => pair.Subject.PassedOver)),
    ];

    private static IReadOnlyList<ProofFigure> FiguresOf(IReadOnlyList<LimitRun> roughs) =>
    [
        new("rough_refused_share", decimal.Round(roughs.Max(RefusedShareOf), 4)),
        new("rough_lost", roughs.Sum(rough => rough.Lost)),
    ];

    private static decimal RefusedShareOf(LimitRun run) => run.Refused / (decimal)run.Log.Calls.Count;

    private static ProofRow RowOf(Subject subject, LimitRun run, LimitRun oracle) => new(
        $"{run.Scenario.Id}, {subject.Name}",
        run.Log.Calls.Count,
        [
            $"{run.JobsPerMinute:0.000}",
            $"{run.JobsPerMinute / oracle.JobsPerMinute:0.000}",
            $"{run.Lost / (decimal)run.Log.Calls.Count:P1}",
            $"{RefusedShareOf(run):P1}",
            $"{run.JobTimeP95.TotalSeconds:0.0} s",
            $"{run.JobTimeP95 / oracle.JobTimeP95:0.000}",
            $"{run.Fairness:0.0000}",
            $"{run.PassedOver}",
        ]);

    private static IEnumerable<Subject> Usual(Subject subject) =>
        new[] { StandIns.FixedWindow, StandIns.WithoutRefunds, StandIns.NaiveRetry }.Where(other => other != subject);

    private static LimitScenario Roughen(LimitScenario scenario) => scenario with
    {
        Id = scenario.Id + " rough",
        Network = SimulatedNetwork.Rough,
        HasEarlyHeaders = true,
        Load = scenario.Load with { Shape = scenario.Load.Shape with { LeastCharactersPerToken = 340, MostCharactersPerToken = 460 } },
    };

    private static IEnumerable<LimitScenario> Scenarios(bool isQuick)
    {
        var hours = isQuick ? 1 : 24;
        yield return Scenario("30 / 40,000", 30, 40_000, hours);
        yield return Scenario("30 / 8,000", 30, 8_000, hours * 2);
        yield return Scenario("1,000 / 250,000", 1000, 250_000, isQuick ? 0.5 : 4);
    }

    private static LimitScenario Scenario(string id, int requests, int tokens, double hours) => new(
        id,
        SimulatedLimits.PerMinute(requests, tokens),
        new WorkerLoad { Workers = 8, Shape = CallShape.Of(1500, 1000), CallsPerJob = 2, Duration = TimeSpan.FromHours(hours) });
}
