namespace JobWise.Llm;

/// <summary>Groq without dependency injection.</summary>
public sealed class GroqLLMService : DelegatingLLMService
{
    /// <summary>A service that sends each call once.</summary>
    /// <param name="httpClient">From <see cref="OpenAICompatibleLLMService.CreateHttpClient"/>, or the application's own: then without redirects and with an infinite timeout.</param>
    /// <param name="options">Null takes the key from <c>GROQ_API_KEY</c> and the defaults.</param>
    /// <param name="timeProvider">The clock; null is the system's.</param>
    /// <exception cref="LLMInvalidRequestException">An option is wrong; the message names it, its value and the cure.</exception>
    public GroqLLMService(HttpClient httpClient, GroqOptions? options = null, TimeProvider? timeProvider = null)
        : base(OpenAICompatibleLLMService.Create(GroqDialect.Value, httpClient, options ?? new GroqOptions(), timeProvider))
    {
    }
}
