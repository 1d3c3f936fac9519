using JobWise.Llm.Proofs.Simulation.Load;
using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>Limits and a load that is too much for them.</summary>
internal sealed record LimitScenario(string Id, SimulatedLimits Limits, WorkerLoad Load)
{
    /// <summary>Whether somebody sets the wall clock again and again.</summary>
    public bool HasClockSteps { get; init; }

    public SimulatedNetwork Network { get; init; } = SimulatedNetwork.None;

    /// <summary>See <see cref="SimulatedProvider.HasEarlyHeaders"/>.</summary>
    public bool HasEarlyHeaders { get; init; }
}
