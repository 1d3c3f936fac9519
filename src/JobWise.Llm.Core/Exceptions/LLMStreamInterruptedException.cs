namespace JobWise.Llm;

/// <summary>A stream ended before its terminal event. <see cref="LLMServiceException.PartialText"/> holds what had come.</summary>
public sealed class LLMStreamInterruptedException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMStreamInterruptedException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
