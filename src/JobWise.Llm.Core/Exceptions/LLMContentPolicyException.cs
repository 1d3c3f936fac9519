namespace JobWise.Llm;

/// <summary>The provider's policy withheld the answer, or the model refused.</summary>
public sealed class LLMContentPolicyException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMContentPolicyException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
