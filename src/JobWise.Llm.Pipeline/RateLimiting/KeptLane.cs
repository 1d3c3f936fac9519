namespace JobWise.Llm.Pipeline;

/// <summary>The limiter that was found for an instance and a model, and what it was found by.</summary>
internal sealed record KeptLane(PipelineSettings Settings, string? Account, AccountLimiter Limiter)
{
    /// <summary>Whether neither the settings nor the provider's key have changed since.</summary>
    public bool IsCurrent(PipelineSettings settings, LLMServiceMetadata metadata) =>
        ReferenceEquals(Settings, settings) && string.Equals(Account, metadata.Account, StringComparison.Ordinal);
}
