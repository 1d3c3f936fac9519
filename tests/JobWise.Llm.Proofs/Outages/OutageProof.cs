using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Outages;

/// <summary>What retries and the circuit breaker make of a provider that fails, against a simulated one in virtual time.</summary>
internal sealed class OutageProof : IProof
{
    private const double FirstBreak = 60;
    private const double LongestBreak = 300;
    private const double AttemptTimeout = 30;

    /// <summary>What two probes take at the most: the longest answers of the simulation.</summary>
    private const double TwoProbes = 2 * 1.8;

    public string Name => "outage";

    public string Claim => "A provider that fails is neither flooded with retries nor asked while its circuit is open, and it is used again soon after it works again.";

    public string Control => "four attempts for every call, without a breaker and without a retry budget";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtMost("amplification", 1.1m) with { IsMissedByControl = true },
        ProofTarget.AtMost("open_share", 0.05m) with { IsMissedByControl = true },
        ProofTarget.AtMost("recovery_probes", 2) with { IsMissedByControl = true },
        ProofTarget.Exactly("recovered_late", 0),
        ProofTarget.Exactly("unrecovered", 0),
    ];

    public Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var subject = run.IsControl ? StandIns.NaiveRetry : Product.With();
        var runs = Scenarios(run.IsQuick).Select(scenario => OutageRun.Play(scenario, subject, run.Seed)).ToList();
        var whole = runs.Where(run => run.Scenario.Outage!.Share == 1).ToList();
        return Task.FromResult(new ProofResult
        {
            Tables =
            [
                new ProofTable(
                    $"Outages of the only provider: {subject.Name}",
                    ["sends per call", "sends per call while open", "failed probes", "outage to recovery", "good probes", "calls answered"],
                    [.. runs.Select(RowOf)]),
            ],
            Figures =
            [
                new("amplification", decimal.Round(runs.Max(each => each.Amplification), 3)),
                new("open_share", decimal.Round(runs.Max(each => each.OpenShare ?? 0), 4)),
                new("recovery_probes", whole.Max(each => each.RecoveryProbes)),
                new("recovered_late", whole.Count(IsLate)),
                new("unrecovered", runs.Count(each => !each.HasRecovered)),
            ],
        });
    }

    /// <summary>
    /// Later than the end of the outage and of the break that was running then, plus two probes, each of which needs a call that it can be. A probe
    /// that hangs while the provider comes back must first be given up.
    /// </summary>
    private static bool IsLate(OutageRun run)
    {
        var endOfBreak = run.LastFailureAt + TimeSpan.FromSeconds(Math.Min(LongestBreak, FirstBreak * Math.Pow(2, run.FailedProbes)));
        var from = endOfBreak > run.Back ? endOfBreak.Value : run.Back;
        var hung = run.Scenario.Outage!.Fault == ProviderFault.Hanging ? AttemptTimeout : 0;
        return !(run.RecoveredAt <= from + TimeSpan.FromSeconds(TwoProbes + hung + (2 / run.Scenario.CallsPerSecond)));
    }

    private static ProofRow RowOf(OutageRun run) => new(
        run.Scenario.Id,
        run.Calls.Count,
        [
            $"{run.Amplification:0.000}",
            run.OpenShare is { } share ? $"{share:P2}" : "-",
            $"{run.FailedProbes}",
            $"{(run.RecoveredAt - run.Back)?.TotalSeconds:0.0} s",
            $"{run.RecoveryProbes}",
            $"{run.Answered:P1}",
        ]);

    private static IEnumerable<OutageScenario> Scenarios(bool isQuick)
    {
        yield return Scenario("dead for 10 s, 10 calls a second", ProviderFault.Dead, 10, seconds: 10);
        yield return Scenario("dead for 90 s, 10 calls a second", ProviderFault.Dead, 10, seconds: 90);
        yield return Scenario("dead for 1,000 s, 10 calls a second", ProviderFault.Dead, 10, seconds: 1000);
        yield return Scenario("dead for 1,000 s, 1 call a second", ProviderFault.Dead, 1, seconds: 1000);
        yield return Scenario("dead for an hour, 1 call in 10 s", ProviderFault.Dead, 0.1, seconds: 3600);
        yield return Scenario("503 for 1,000 s, 10 calls a second", ProviderFault.Failing, 10, seconds: 1000);
        yield return Scenario("hanging for 1,000 s, 10 calls a second", ProviderFault.Hanging, 10, seconds: 1000);
        var longer = isQuick ? 1000 : 10_000;
        yield return Scenario($"20 % are 503 for {longer:N0} s, 10 calls a second", ProviderFault.Failing, 10, seconds: longer, share: 0.2);
        yield return Scenario($"40 % are 503 for {longer:N0} s, 10 calls a second", ProviderFault.Failing, 10, seconds: longer, share: 0.4);
    }

    private static OutageScenario Scenario(string id, ProviderFault fault, double callsPerSecond, double seconds, double share = 1)
    {
        // A provider that fails in part does so from the start: a retry budget looks back on the calls of a good minute, too.
        var from = TimeSpan.FromSeconds(share < 1 ? 0 : 60);
        var to = from + TimeSpan.FromSeconds(seconds);
        return new OutageScenario
        {
            Id = id,
            CallsPerSecond = callsPerSecond,
            Duration = to + TimeSpan.FromSeconds(600),
            Outage = new Outage(fault, from, to) { Share = share },
        };
    }
}
