namespace JobWise.Llm;

/// <summary>What the provider said about its limits with one answer. Null means that it did not say.</summary>
/// <remarks>Groq's request figures are per day and its token figures per minute; OpenAI's are both per minute.</remarks>
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
}
