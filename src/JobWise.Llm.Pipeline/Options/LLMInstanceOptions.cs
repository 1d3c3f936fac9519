namespace JobWise.Llm;

/// <summary>What one provider instance does differently from <see cref="LLMPipelineOptions"/>; null takes the common value.</summary>
public sealed class LLMInstanceOptions
{
    /// <summary>Replaces <see cref="LLMRetryOptions.MaxAttempts"/>.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>Replaces <see cref="LLMAttemptTimeoutOptions.FirstContent"/>.</summary>
    public TimeSpan? FirstContentTimeout { get; set; }

    /// <summary>Replaces <see cref="LLMAttemptTimeoutOptions.Idle"/>.</summary>
    public TimeSpan? IdleTimeout { get; set; }

    /// <summary>Replaces <see cref="LLMAttemptTimeoutOptions.Attempt"/>.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>Replaces <see cref="LLMPipelineOptions.Temperature"/>; a workflow's value goes before it.</summary>
    public double? Temperature { get; set; }

    /// <summary>Replaces <see cref="LLMPipelineOptions.MaxTokens"/>; a workflow's value goes before it.</summary>
    public int? MaxTokens { get; set; }
}
