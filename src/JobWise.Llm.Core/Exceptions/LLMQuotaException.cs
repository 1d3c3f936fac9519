namespace JobWise.Llm;

/// <summary>Money or a fixed quota has run out (HTTP 402, or 429 with a billing code). Waiting does not help; the account must be changed.</summary>
public sealed class LLMQuotaException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMQuotaException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
