namespace JobWise.Llm;

/// <summary>One lane at one moment.</summary>
public sealed record LLMLaneStatus
{
    /// <summary>The provider instance and the model.</summary>
    public required LLMLane Lane { get; init; }

    /// <summary>Whether its calls are let through.</summary>
    public LLMCircuitState Circuit { get; init; }

    /// <summary>For how long its calls are held back from now on; zero where they are not.</summary>
    public TimeSpan HeldBackFor { get; init; }

    /// <summary>How long its recent answers took, of a stream to the first update; null where none came within a minute.</summary>
    public TimeSpan? Latency { get; init; }
}
