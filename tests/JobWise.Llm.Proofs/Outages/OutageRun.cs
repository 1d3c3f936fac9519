using JobWise.Llm.Proofs.Simulation;
using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Figures;
using JobWise.Llm.Proofs.Simulation.Subjects;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Outages;

/// <summary>One scenario as one subject came through it.</summary>
internal sealed class OutageRun
{
    public const string First = "groq";
    public const string Backup = "backup";

    /// <summary>As many failures in a row open a breaker.</summary>
    private const int FailuresThatOpen = 5;

    /// <summary>Whatever is learned of a provider may cost the first calls something.</summary>
    private const int CallsToLearn = 10;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly TimeSpan? _openFrom;

    private OutageRun(OutageScenario scenario, SimulationLog log)
    {
        (Scenario, Calls, Sends) = (scenario, log.Calls, log.Sends);
        _openFrom = FindOpening();
        RecoveredAt = Sends.Where(send => send.At >= Back && send.End == SendEnd.Answered)
            .Select(send => (TimeSpan?)send.EndedAt).Order().Skip(1).FirstOrDefault();
        LastFailureAt = Sends.Where(send => IsFailure(send) && send.EndedAt < RecoveredAt).Max(send => (TimeSpan?)send.EndedAt);
    }

    public OutageScenario Scenario { get; }

    public IReadOnlyList<SimulatedCall> Calls { get; }

    public IReadOnlyList<Send> Sends { get; }

    public TimeSpan From => Scenario.Outage?.From ?? TimeSpan.Zero;

    public TimeSpan Back => Scenario.Outage is { } outage && outage.To < Scenario.Duration ? outage.To : Scenario.Duration;

    /// <summary>Sends per call, of the calls that were made during the outage.</summary>
    public decimal Amplification => CallsBetween(From, Back) is { Count: > 0 } calls ? calls.Sum(call => call.Sends.Count) / (decimal)calls.Count : 0;

    /// <summary>
    /// Sends per call between the moment at which five sends in a row have failed and the end of the outage; null where only a part of the sends
    /// fails.
    /// </summary>
    public decimal? OpenShare => Scenario.Outage?.Share == 1 && _openFrom is { } open && CallsBetween(open, Back) is { Count: > 0 } calls
        ? SendsBetween(open, Back) / (decimal)calls.Count
        : null;

    public decimal Answered => Calls.Count(call => call.IsAnswered) / (decimal)Calls.Count;

    /// <summary>The part of the calls that reached the first provider at all, retries counted.</summary>
    public decimal ShareOfFirst => Sends.Count(send => send.Provider == First) / (decimal)Calls.Count;

    public TimeSpan P95AfterTen => Percentile.Of(Calls.Skip(CallsToLearn).Select(call => call.Duration), 0.95);

    public TimeSpan Longest => Calls.Max(call => call.Duration);

    public bool HasRecovered => Calls[^1].IsAnswered;

    /// <summary>When the second send after the outage was answered; two good probes close a circuit.</summary>
    public TimeSpan? RecoveredAt { get; }

    /// <summary>Sends after the outage that were made before it was known to be over.</summary>
    public int RecoveryProbes => Sends.Count(send => send.At >= Back && send.At < RecoveredAt);

    /// <summary>When the last failed send before the recovery ended, which begins a break.</summary>
    public TimeSpan? LastFailureAt { get; }

    /// <summary>The probes that failed; each makes the next break longer.</summary>
    public int FailedProbes => Sends.Count(send => IsFailure(send) && send.At > _openFrom);

    public static OutageRun Play(OutageScenario scenario, Subject subject, int seed) => SimulationThread.Run(async clock =>
    {
        using var world = new SimulatedWorld(clock, seed);
        var first = world.Add(First, scenario.LimitsOfFirst);
        first.Meter.Take(scenario.TokensUsedBefore, clock.Elapsed);
        if (scenario.Outage is { } outage)
        {
            first.Outages.Add(outage);
        }

        if (scenario.HasBackup)
        {
            world.Add(Backup, new());
        }

        await scenario.Load.RunAsync(world, subject.Start(world));
        return new OutageRun(scenario, world.Log);
    });

    private List<SimulatedCall> CallsBetween(TimeSpan from, TimeSpan to) => [.. Calls.Where(call => call.MadeAt > from && call.MadeAt <= to)];

    private int SendsBetween(TimeSpan from, TimeSpan to) => Sends.Count(send => send.At > from && send.At <= to);

    /// <summary>What a breaker must count: an error, or no answer for long. A short attempt that was given up says nothing.</summary>
    private static bool IsFailure(Send send) => send.End == SendEnd.Failed || (send.End == SendEnd.Abandoned && send.EndedAt - send.At > Long);

    private TimeSpan? FindOpening()
    {
        var inARow = 0;
        foreach (var send in Sends.Where(send => send.EndedAt >= From).OrderBy(send => send.EndedAt).ThenBy(send => send.Order))
        {
            inARow = IsFailure(send) ? inARow + 1 : 0;
            if (inARow == FailuresThatOpen)
            {
                return send.EndedAt;
            }
        }

        return null;
    }
}
