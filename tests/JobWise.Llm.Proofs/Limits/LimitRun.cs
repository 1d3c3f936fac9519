using JobWise.Llm.Proofs.Simulation;
using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Figures;
using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Subjects;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>One scenario as one subject came through it.</summary>
internal sealed class LimitRun
{
    private LimitRun(LimitScenario scenario, SimulationLog log, IReadOnlyList<Job> jobs) =>
        (Scenario, Log, Jobs) = (scenario, log, jobs);

    public LimitScenario Scenario { get; }

    public SimulationLog Log { get; }

    public IReadOnlyList<Job> Jobs { get; }

    public int Refused => Log.Sends.Count(send => send.End == SendEnd.Refused);

    /// <summary>Tokens that were asked for while the bucket had no room for them.</summary>
    public decimal Overshoot => Log.Sends.Where(send => send.Refusal?.Kind is LLMRateLimitKind.TokensPerMinute or LLMRateLimitKind.TokensPerDay).Sum(send => send.Refusal!.OverBy);

    public int Unfair => Turns.CountUnfair(Log.Calls);

    public int PassedOver => Turns.CountPassedOver(Log.Calls);

    public int Lost => Log.Calls.Count(call => !call.IsAnswered);

    public decimal JobsPerMinute => WholeJobsBetween(TimeSpan.Zero, Scenario.Load.Duration) / (decimal)Scenario.Load.Duration.TotalMinutes;

    /// <summary>Of whole jobs; without any, the longest time there is.</summary>
    public TimeSpan JobTimeP95 => Jobs.Any(job => job.IsWhole)
        ? Percentile.Of(Jobs.Where(job => job.IsWhole).Select(job => job.Duration), 0.95)
        : Scenario.Load.Duration;

    public decimal Fairness => Jain.IndexOf(
        [.. Enumerable.Range(0, Scenario.Load.Workers).Select(worker => Jobs.Count(job => job.IsWhole && job.Worker == worker))]);

    public static LimitRun Play(LimitScenario scenario, Subject subject, int seed) => SimulationThread.Run(async clock =>
    {
        using var world = new SimulatedWorld(clock, seed);
        var provider = world.Add("groq", scenario.Limits);
        (provider.Network, provider.HasEarlyHeaders) = (scenario.Network, scenario.HasEarlyHeaders);
        var steps = scenario.HasClockSteps ? ClockSteps.RunAsync(clock, scenario.Load.Duration) : Task.CompletedTask;
        var jobs = await scenario.Load.RunAsync(world, subject.Start(world));
        await steps;
        return new LimitRun(scenario, world.Log, jobs);
    });

    public int WholeJobsBetween(TimeSpan from, TimeSpan to) => Jobs.Count(job => job.IsWhole && job.EndedAt > from && job.EndedAt <= to);

    /// <summary>The part that was used of the limit that was used most, once the first burst was over.</summary>
    public decimal UtilisationAfter(TimeSpan warmUp)
    {
        var minutes = (decimal)(Scenario.Load.Duration - warmUp).TotalMinutes;
        var let = Log.Sends.Where(send => send.End == SendEnd.Answered && send.At > warmUp && send.At <= Scenario.Load.Duration).ToList();
        var tokens = let.Sum(send => (decimal)send.Call.Plan.PromptTokens + send.Call.Plan.OutputTokens);
        return Math.Max(let.Count / (minutes * Scenario.Limits.RequestsPerMinute!.Value), tokens / (minutes * Scenario.Limits.TokensPerMinute!.Value));
    }

    /// <summary>Sends that happened at another time than in the other run.</summary>
    public int CountMovedFrom(LimitRun other) => Log.Sends.Count == other.Log.Sends.Count
        ? Log.Sends.Zip(other.Log.Sends).Count(pair => pair.First.At != pair.Second.At)
        : Math.Max(Log.Sends.Count, other.Log.Sends.Count);
}
