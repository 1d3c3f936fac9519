namespace JobWise.Llm;

/// <summary>The outcome of a health check.</summary>
public sealed record LLMHealth
{
    /// <summary>Whether calls can be expected to succeed.</summary>
    public required LLMHealthStatus Status { get; init; }

    /// <summary>Why the status is not healthy; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the check took.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The failure behind the status, where there was one.</summary>
    public LLMServiceException? Error { get; init; }
}
