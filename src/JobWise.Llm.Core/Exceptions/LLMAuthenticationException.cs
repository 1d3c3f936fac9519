namespace JobWise.Llm;

/// <summary>The key is missing, malformed or not accepted (HTTP 401).</summary>
public sealed class LLMAuthenticationException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMAuthenticationException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
