namespace JobWise.Llm;

/// <summary>The request itself is wrong (HTTP 400, 413, 422), or was refused before it was sent.</summary>
public sealed class LLMInvalidRequestException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMInvalidRequestException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
