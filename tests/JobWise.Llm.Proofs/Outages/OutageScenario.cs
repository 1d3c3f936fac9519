using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Outages;

/// <summary>Calls that keep arriving while the first provider does not work.</summary>
internal sealed record OutageScenario
{
    public required string Id { get; init; }

    public required double CallsPerSecond { get; init; }

    /// <summary>How long calls arrive.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Of the first provider; null where it works.</summary>
    public Outage? Outage { get; init; }

    /// <summary>Whether there is a second provider, which always works.</summary>
    public bool HasBackup { get; init; }

    public SimulatedLimits LimitsOfFirst { get; init; } = new();

    /// <summary>Whether the caller's settings say what the first provider allows.</summary>
    public bool AreLimitsKnown { get; init; }

    /// <summary>Tokens of the first provider that somebody else has used before it begins.</summary>
    public int TokensUsedBefore { get; init; }

    public ArrivalLoad Load => new() { Shape = CallShape.Of(500, 500), CallsPerSecond = CallsPerSecond, Duration = Duration };
}
