namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>What the simulated provider allows per model; null is no limit.</summary>
internal sealed record SimulatedLimits
{
    public int? RequestsPerMinute { get; init; }

    public int? RequestsPerDay { get; init; }

    public int? TokensPerMinute { get; init; }

    public int? TokensPerDay { get; init; }

    public static SimulatedLimits PerMinute(int requests, int tokens) => new() { RequestsPerMinute = requests, TokensPerMinute = tokens };
}
