using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>What the product is compared with.</summary>
internal static class StandIns
{
    /// <summary>Knows the provider's own meter and the true size of each call.</summary>
    public static Subject Oracle { get; } = new(
        "oracle", world => new QueueingLLMService(world.First, world.First.Meter, isCopy: false, world.Log, world.Clock));

    /// <summary>A bucket that mirrors the limits, but never takes back what an answer did not use.</summary>
    public static Subject WithoutRefunds { get; } = new(
        "no refunds", world => new QueueingLLMService(world.First, new Meter(world.First.Limits), isCopy: true, world.Log, world.Clock));

    public static Subject FixedWindow { get; } = new("fixed window", world => new FixedWindowLLMService(world.First, world.First.Limits, world.Clock));

    public static Subject NaiveRetry { get; } = new("naive retry", world => new FixedAttemptsLLMService(world.First, world.Clock));

    /// <summary>Nothing between the callers and the first provider.</summary>
    public static Subject Direct { get; } = new("direct", world => world.First);

    /// <summary>Naive retry on each provider in turn.</summary>
    public static Subject NaiveFallback { get; } = new(
        "naive fallback",
        world => new FirstThenSecondLLMService(
            new FixedAttemptsLLMService(world.First, world.Clock), new FixedAttemptsLLMService(world.Providers[1], world.Clock), world.Clock));
}
