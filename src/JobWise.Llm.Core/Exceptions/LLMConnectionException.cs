namespace JobWise.Llm;

/// <summary>No answer arrived: name resolution, connection, TLS or a cut answer.</summary>
public sealed class LLMConnectionException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMConnectionException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <inheritdoc/>
    protected override bool IsTransientByKind => true;
}
