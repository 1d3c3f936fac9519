namespace JobWise.Llm;

/// <summary>The answer was cut at the output cap where only a whole one is of use, as for JSON. Raise <see cref="LLMRequest.MaxTokens"/>.</summary>
public sealed class LLMTruncatedResponseException : LLMInvalidResponseException
{
    /// <inheritdoc/>
    public LLMTruncatedResponseException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }
}
