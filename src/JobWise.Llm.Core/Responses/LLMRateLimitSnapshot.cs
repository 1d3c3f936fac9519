namespace JobWise.Llm;

/// <summary>What the provider said about its limits with one answer. Null means that it did not say.</summary>
/// <remarks>Groq's request figures are per day and its token figures per minute; those of OpenAI and Anthropic are per minute.</remarks>
public sealed record LLMRateLimitSnapshot
{
    /// <summary>The most requests in the window.</summary>
    public long? RequestLimit { get; init; }

    /// <summary>The requests left in the window.</summary>
    public long? RequestsRemaining { get; init; }

    /// <summary>When the request count is full again, from the moment of the answer.</summary>
    public TimeSpan? RequestsResetAfter { get; init; }

    /// <summary>The most tokens in the window.</summary>
    public long? TokenLimit { get; init; }

    /// <summary>The tokens left in the window.</summary>
    public long? TokensRemaining { get; init; }

    /// <summary>When the token count is full again, from the moment of the answer.</summary>
    public TimeSpan? TokensResetAfter { get; init; }

    /// <summary>The most input tokens in the window, where the provider counts them apart, as Anthropic does.</summary>
    public long? InputTokenLimit { get; init; }

    /// <summary>The input tokens left in the window.</summary>
    public long? InputTokensRemaining { get; init; }

    /// <summary>When the input count is full again, from the moment of the answer.</summary>
    public TimeSpan? InputTokensResetAfter { get; init; }

    /// <summary>The most output tokens in the window, where the provider counts them apart, as Anthropic does.</summary>
    public long? OutputTokenLimit { get; init; }

    /// <summary>The output tokens left in the window.</summary>
    public long? OutputTokensRemaining { get; init; }

    /// <summary>When the output count is full again, from the moment of the answer.</summary>
    public TimeSpan? OutputTokensResetAfter { get; init; }

    /// <summary>The window of the request figures by the vendor's documents; no header says it.</summary>
    public TimeSpan? RequestWindow { get; init; }

    /// <summary>The window of all token figures by the vendor's documents; no header says it.</summary>
    public TimeSpan? TokenWindow { get; init; }
}
