namespace JobWise.Llm;

/// <summary>The key is valid but may not do this (HTTP 403).</summary>
public sealed class LLMPermissionException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMPermissionException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
