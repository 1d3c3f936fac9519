namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>A time in which the simulated provider does not work.</summary>
/// <param name="Fault">In which way.</param>
/// <param name="From">Since the start of the simulation.</param>
/// <param name="To">When it works again.</param>
internal sealed record Outage(ProviderFault Fault, TimeSpan From, TimeSpan To)
{
    /// <summary>The part of the requests that it hits, up to 1.</summary>
    public double Share { get; init; } = 1;

    public bool Covers(TimeSpan now) => now >= From && now < To;
}
