namespace JobWise.Llm;

/// <summary>Too many requests or tokens for now (HTTP 429, 498, 529). <see cref="LLMServiceException.RetryAfter"/> says when to come back.</summary>
public sealed class LLMRateLimitException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMRateLimitException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <inheritdoc/>
    protected override bool IsTransientByKind => true;
}
