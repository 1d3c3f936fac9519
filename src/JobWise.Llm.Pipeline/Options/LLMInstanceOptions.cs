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

    /// <summary>The plan of the account, such as <c>free</c> or <c>developer</c> at Groq, whose limits hold where nothing more exact is known.</summary>
    /// <value>The default value is null: Groq's free plan until an answer tells of another; nothing at other vendors.</value>
    public string? Plan { get; set; }

    /// <summary>Names the account that calls are billed to. Instances with the same one share its limits, whatever their keys.</summary>
    /// <value>The default value is null: one account for each key, see <see cref="LLMServiceMetadata.Account"/>.</value>
    public string? Account { get; set; }

    /// <summary>The limits to keep, over what plan and provider say.</summary>
    public LLMRateLimitOptions RateLimits { get; } = new();
}
