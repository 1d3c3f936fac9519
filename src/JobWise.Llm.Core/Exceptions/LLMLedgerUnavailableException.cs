namespace JobWise.Llm;

/// <summary>The usage ledger cannot be written, and it is set to allow no call without a record; nothing was sent.</summary>
public sealed class LLMLedgerUnavailableException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMLedgerUnavailableException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
