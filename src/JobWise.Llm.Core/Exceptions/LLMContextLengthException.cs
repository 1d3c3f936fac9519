namespace JobWise.Llm;

/// <summary>The prompt and the output cap together exceed the model's context window, or the request can never fit a limit.</summary>
public sealed class LLMContextLengthException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMContextLengthException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
