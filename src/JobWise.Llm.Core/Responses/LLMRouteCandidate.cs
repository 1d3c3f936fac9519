namespace JobWise.Llm;

/// <summary>One lane of a route's plan and what became of it.</summary>
public sealed record LLMRouteCandidate
{
    /// <summary>The provider instance and the model.</summary>
    public required LLMLane Lane { get; init; }

    /// <summary>What became of it.</summary>
    public LLMRouteOutcome Outcome { get; init; }

    /// <summary>The error of a lane that failed or was passed over, with its status and its time to come back; else null.</summary>
    public LLMServiceException? Error { get; init; }

    /// <summary>How long the call waited for this lane: its queue, its break and between its attempts.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>How many requests it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// The mean of its recent answers that the order went by; null where the order went by something else, or where it had never answered.
    /// </summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Its price on the day of the call; null where the price book has none.</summary>
    public LLMPrice? Price { get; init; }
}
