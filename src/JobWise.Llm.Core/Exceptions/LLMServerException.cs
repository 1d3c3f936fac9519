namespace JobWise.Llm;

/// <summary>The provider failed (HTTP 5xx).</summary>
public sealed class LLMServerException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMServerException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <inheritdoc/>
    protected override bool IsTransientByKind => true;
}
