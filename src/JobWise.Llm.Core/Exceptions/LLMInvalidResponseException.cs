namespace JobWise.Llm;

/// <summary>The answer is not what the protocol or the asked format promises, such as text that is not JSON.</summary>
public class LLMInvalidResponseException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMInvalidResponseException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>What the model wrote where the provider refused it as invalid JSON (Groq's <c>failed_generation</c>); null elsewhere.</summary>
    public string? FailedGeneration { get; init; }
}
