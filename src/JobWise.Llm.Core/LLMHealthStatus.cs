namespace JobWise.Llm;

/// <summary>Whether a provider can be used now.</summary>
public enum LLMHealthStatus
{
    /// <summary>Calls are expected to fail.</summary>
    Unhealthy = 0,

    /// <summary>Calls may work: the provider answers, but limits it, slows down or will retire the model.</summary>
    Degraded = 1,

    /// <summary>The provider answers as expected.</summary>
    Healthy = 2,
}
