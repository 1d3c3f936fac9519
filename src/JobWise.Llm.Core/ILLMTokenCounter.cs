namespace JobWise.Llm;

/// <summary>
/// Counts the tokens of a request before it is sent, where a provider can. Found through
/// <see cref="ILLMService.GetService(Type, object?)"/>; a pipeline and other decorators forward the question.
/// </summary>
public interface ILLMTokenCounter
{
    /// <summary>Asks the provider how many input tokens the request has: system message, conversation, tools and images. Makes no answer.</summary>
    /// <param name="request">As it would be sent.</param>
    /// <param name="cancellationToken">Ends the call; the exception carries this token.</param>
    /// <exception cref="LLMServiceException">The provider refused, failed or did not answer; the subclass says which.</exception>
    Task<int> CountTokensAsync(LLMRequest request, CancellationToken cancellationToken = default);
}
