using JobWise.Llm.Proofs.Fuzz;

namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>What lies between a caller and the provider. Requests that left in order need not arrive in order.</summary>
/// <param name="Least">The shortest way, there or back.</param>
/// <param name="Most">The longest.</param>
internal sealed record SimulatedNetwork(TimeSpan Least, TimeSpan Most)
{
    /// <summary>No distance at all, so that a limiter can be exact to the tick.</summary>
    public static SimulatedNetwork None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>As between two continents on a bad day.</summary>
    public static SimulatedNetwork Rough { get; } = new(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(60));

    /// <summary>The time of one way; the same for the same draw.</summary>
    public TimeSpan Delay(ref Dice dice) => Least + TimeSpan.FromTicks(dice.Roll((int)(Most - Least).Ticks + 1));
}
