namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>A way for callers to reach the simulated providers.</summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Start">Makes the service that the callers use.</param>
internal sealed record Subject(string Name, Func<SimulatedWorld, ILLMService> Start);
