namespace JobWise.Llm;

/// <summary>OpenAI without dependency injection.</summary>
public sealed class OpenAILLMService : DelegatingLLMService
{
    /// <summary>A service that sends each call once.</summary>
    /// <param name="httpClient">From <see cref="OpenAICompatibleLLMService.CreateHttpClient"/>, or the application's own: then without redirects and with an infinite timeout.</param>
    /// <param name="options">Null takes the key from <c>OPENAI_API_KEY</c> and the defaults.</param>
    /// <param name="timeProvider">The clock; null is the system's.</param>
    /// <exception cref="LLMInvalidRequestException">An option is wrong; the message names it, its value and the cure.</exception>
    public OpenAILLMService(HttpClient httpClient, OpenAIOptions? options = null, TimeProvider? timeProvider = null)
        : base(OpenAICompatibleLLMService.Create(OpenAIVendorDialect.Value, httpClient, options ?? new OpenAIOptions(), timeProvider))
    {
    }
}
