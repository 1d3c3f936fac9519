using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation;

/// <summary>The clock, the providers and the log of one simulation.</summary>
internal sealed class SimulatedWorld(SimulatedClock clock, int seed) : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    public SimulatedClock Clock => clock;

    public int Seed => seed;

    public SimulationLog Log { get; } = new();

    /// <summary>The preferred one first.</summary>
    public List<SimulatedProvider> Providers { get; } = [];

    public SimulatedProvider First => Providers[0];

    public SimulatedProvider Add(string name, SimulatedLimits limits)
    {
        var provider = new SimulatedProvider(name, limits, clock, Log, seed);
        Providers.Add(provider);
        return provider;
    }

    /// <summary>Disposes of it when the simulation is over.</summary>
    public void Own(IDisposable disposable) => _owned.Add(disposable);

    public void Dispose() => _owned.ForEach(disposable => disposable.Dispose());
}
