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

    public OutageRun(OutageScenario scenario, SimulationLog log) => (Scenario, Calls, Sends) = (scenario, log.Calls, log.Sends);

    public OutageScenario Scenario { get; }

    public IReadOnlyList<SimulatedCall> Calls { get; }

    public IReadOnlyList<Send> Sends { get; }

    public TimeSpan From => Scenario.Outage?.From ?? TimeSpan.Zero;

    public TimeSpan Back => Scenario.Outage is { } outage && outage.To < Scenario.Duration ? outage.To : Scenario.Duration;

    /// <summary>Sends per call, of the calls that were made during the outage.</summary>
    public decimal Amplification => CallsBetween(From, Back) is { Count: > 0 } calls ? calls.Sum(call => call.Sends.Count) / (decimal)calls.Count : 0;

    /// <summary>Sends per call between the moment at which five sends in a row have failed and the end of the outage; null where only a part of the sends fails.</summary>
    public decimal? OpenShare => Scenario.Outage?.Share == 1 && OpenFrom is { } open && CallsBetween(open, Back) is { Count: > 0 } calls ? SendsBetween(open, Back) / (decimal)calls.Count : null;

    public decimal Answered => Calls.Count(call => call.IsAnswered) / (decimal)Calls.Count;

    /// <summary>The part of the calls that reached the first provider at all, retries counted.</summary>
    public decimal ShareOfFirst => Sends.Count(send => send.Provider == First) / (decimal)Calls.Count;

    public TimeSpan P95AfterTen => Percentile.Of(Calls.Skip(CallsToLearn).Select(call => call.Duration), 0.95);

    public TimeSpan Longest => Calls.Max(call => call.Duration);

    public bool HasRecovered => Calls[^1].IsAnswered;

    /// <summary>From the end of the outage until every call was answered again.</summary>
    public TimeSpan RecoveryTime => LastUnanswered is { } last ? last.MadeAt - Back : TimeSpan.Zero;

    /// <summary>Sends that were answered while other calls were still being held back.</summary>
    public int RecoveryProbes => LastUnanswered is { } last ? SendsBetween(Back, last.MadeAt) : 0;

    /// <summary>From the end of the last failed send, which begins a break, until every call was answered again.</summary>
    public TimeSpan LastBreak => LastUnanswered is { } last ? last.MadeAt - FailedSends.Where(send => send.EndedAt <= last.MadeAt).Max(send => send.EndedAt) : TimeSpan.Zero;

    /// <summary>The probes that failed; each makes the next break longer.</summary>
    public int FailedProbes => OpenFrom is { } open ? FailedSends.Count(send => send.At > open) : 0;

    private IEnumerable<Send> FailedSends => Sends.Where(send => send.End is SendEnd.Failed or SendEnd.Abandoned);

    private SimulatedCall? LastUnanswered => Calls.LastOrDefault(call => call.MadeAt >= Back && !call.IsAnswered);

    private TimeSpan? OpenFrom
    {
        get
        {
            var inARow = 0;
            foreach (var send in Sends.Where(send => send.EndedAt >= From).OrderBy(send => send.EndedAt).ThenBy(send => send.Order))
            {
                inARow = send.End is SendEnd.Failed or SendEnd.Abandoned ? inARow + 1 : 0;
                if (inARow == FailuresThatOpen)
                {
                    return send.EndedAt;
                }
            }

            return null;
        }
    }

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
}
