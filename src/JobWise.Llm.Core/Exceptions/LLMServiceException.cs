namespace JobWise.Llm;

/// <summary>The root of all failures of a call. Catch a subclass to act on one kind; the properties carry what the provider said.</summary>
public class LLMServiceException : Exception
{
    /// <summary>Makes a failure of no special kind.</summary>
    /// <param name="message">What was wrong, the value and the cure; never a key or a prompt.</param>
    /// <param name="details">What is known about the failed call.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public LLMServiceException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, innerException) => Details = details ?? new LLMErrorDetails();

    /// <summary>All facts in one record, for passing them on.</summary>
    public LLMErrorDetails Details { get; }

    /// <inheritdoc cref="LLMErrorDetails.Provider"/>
    public string? Provider => Details.Provider;

    /// <inheritdoc cref="LLMErrorDetails.Model"/>
    public string? Model => Details.Model;

    /// <inheritdoc cref="LLMErrorDetails.StatusCode"/>
    public int? StatusCode => Details.StatusCode;

    /// <inheritdoc cref="LLMErrorDetails.ProviderCode"/>
    public string? ProviderCode => Details.ProviderCode;

    /// <inheritdoc cref="LLMErrorDetails.RequestId"/>
    public string? RequestId => Details.RequestId;

    /// <inheritdoc cref="LLMErrorDetails.RetryAfter"/>
    public TimeSpan? RetryAfter => Details.RetryAfter;

    /// <inheritdoc cref="LLMErrorDetails.RateLimits"/>
    public LLMRateLimitSnapshot? RateLimits => Details.RateLimits;

    /// <inheritdoc cref="LLMErrorDetails.Usage"/>
    public LLMUsage? Usage => Details.Usage;

    /// <inheritdoc cref="LLMErrorDetails.PartialText"/>
    public string? PartialText => Details.PartialText;

    /// <summary>Whether the same request may succeed later: the provider's own word, else what the kind of failure suggests.</summary>
    public bool IsTransient => Details.ShouldRetry ?? IsTransientByKind;

    /// <summary>How many requests the call had sent when it failed, this one included; null outside the pipeline, which counts them.</summary>
    public int? Sends { get; set; }

    /// <summary>What this kind of failure suggests when the provider says nothing; false unless a subclass knows better.</summary>
    protected virtual bool IsTransientByKind => false;
}
