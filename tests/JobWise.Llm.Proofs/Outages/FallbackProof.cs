using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Outages;

/// <summary>What callers notice when the first of two providers does not work.</summary>
internal sealed class FallbackProof : IProof
{
    private const int TokensPerDay = 200_000;

    public string Name => "fallback";

    public string Claim => "With one of two providers out of order, every call is answered, and after ten calls nearly as quickly as if the other were the only one.";

    public string Control => "four attempts at the first provider, then four at the second, within 60 s, and nothing learned from call to call";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.Exactly("answered", 1) with { IsMissedByControl = true },
        ProofTarget.AtMost("added_p95", 0.1m) with { IsMissedByControl = true },
        ProofTarget.AtMost("hanging_share", 0.05m) with { IsMissedByControl = true },
        ProofTarget.AtMost("slept", 1.1m) with { IsMissedByControl = true },
    ];

    public Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var alone = OutageRun.Play(Scenario("the second alone", run.IsQuick) with { HasBackup = false }, StandIns.Direct, run.Seed);
        var runs = Scenarios(run.IsQuick).Select(scenario =>
            OutageRun.Play(scenario, run.IsControl ? StandIns.NaiveFallback : ProductFor(scenario), run.Seed)).ToList();
        return Task.FromResult(new ProofResult
        {
            Tables = [Table(run.IsControl ? StandIns.NaiveFallback.Name : "product", alone, runs)],
            Figures =
            [
                new("answered", runs.Min(each => each.Answered)),
                new("added_p95", decimal.Round(runs.Where(each => !IsHanging(each)).Max(each => Added(each, alone)), 3)),
                new("hanging_share", decimal.Round(runs.Where(IsHanging).Max(each => each.ShareOfFirst), 4)),
                new("slept", decimal.Round((decimal)runs.Where(each => each.Scenario.Outage is null).Max(each => (each.Longest - alone.Longest).TotalSeconds), 1)),
            ],
        });
    }

    private static ProofTable Table(string subject, OutageRun alone, IReadOnlyList<OutageRun> runs) => new(
        $"The first of two providers does not work, 2 calls a second: {subject}",
        ["answered", "p95 after ten calls", "added to p95", "longest call", "sends to the first, per call"],
        [.. runs.Prepend(alone).Select(run => new ProofRow(
            run.Scenario.Id,
            run.Calls.Count,
            [
                $"{run.Answered:P2}",
                $"{run.P95AfterTen.TotalSeconds:0.000} s",
                $"{Added(run, alone):0.000} s",
                $"{run.Longest.TotalSeconds:0.0} s",
                $"{run.ShareOfFirst:P2}",
            ]))]);

    private static Subject ProductFor(OutageScenario scenario) => Product.With((world, options) =>
    {
        options.Routing.Fallbacks.Add(OutageRun.Backup);
        if (scenario.AreLimitsKnown)
        {
            Product.TellLimits(world, options);
        }
    });

    /// <summary>It costs each call that learns of it the whole attempt timeout; what counts is how many these are.</summary>
    private static bool IsHanging(OutageRun run) => run.Scenario.Outage?.Fault == ProviderFault.Hanging;

    private static decimal Added(OutageRun run, OutageRun alone) => (decimal)(run.P95AfterTen - alone.P95AfterTen).TotalSeconds;

    private static IEnumerable<OutageScenario> Scenarios(bool isQuick)
    {
        var always = TimeSpan.FromDays(1);
        yield return Scenario("first dead", isQuick) with { Outage = new Outage(ProviderFault.Dead, TimeSpan.Zero, always) };
        yield return Scenario("first answers 503", isQuick) with { Outage = new Outage(ProviderFault.Failing, TimeSpan.Zero, always) };
        yield return Scenario("first hanging", isQuick) with { Outage = new Outage(ProviderFault.Hanging, TimeSpan.Zero, always) };
        yield return Scenario("first dies after 10 min, for 10 min", isQuick) with
        {
            Outage = new Outage(ProviderFault.Dead, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20)),
        };
        yield return Scenario("first out of its daily tokens", isQuick) with
        {
            LimitsOfFirst = new SimulatedLimits { TokensPerDay = TokensPerDay },
            TokensUsedBefore = TokensPerDay,
        };
        yield return Scenario("first used up by these calls, its limit known", isQuick) with
        {
            LimitsOfFirst = new SimulatedLimits { TokensPerDay = TokensPerDay },
            AreLimitsKnown = true,
        };
    }

    private static OutageScenario Scenario(string id, bool isQuick) => new()
    {
        Id = id,
        CallsPerSecond = 2,
        Duration = isQuick ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(4),
        HasBackup = true,
    };
}
