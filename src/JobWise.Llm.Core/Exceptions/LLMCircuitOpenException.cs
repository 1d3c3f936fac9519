namespace JobWise.Llm;

/// <summary>The circuit breaker holds calls back because the provider failed repeatedly; nothing was sent.</summary>
public sealed class LLMCircuitOpenException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMCircuitOpenException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
