namespace JobWise.Llm.Proofs.Simulation.Load;

/// <summary>One piece of work that a worker has ended.</summary>
/// <param name="Worker">Who did it.</param>
/// <param name="StartedAt">When its first call was made.</param>
/// <param name="EndedAt">When its last call ended.</param>
/// <param name="IsWhole">Whether all its calls were answered.</param>
internal sealed record Job(int Worker, TimeSpan StartedAt, TimeSpan EndedAt, bool IsWhole)
{
    public TimeSpan Duration => EndedAt - StartedAt;
}
