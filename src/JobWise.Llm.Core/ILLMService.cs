namespace JobWise.Llm;

/// <summary>
/// The port to language models. One instance stands for one provider, or for a whole pipeline in front of several; it is safe for concurrent use.
/// </summary>
/// <remarks>
/// Implementations throw <see cref="LLMServiceException"/> or one of its subclasses, or <see cref="OperationCanceledException"/> with the
/// caller's token, and nothing else. A provider never retries: the pipeline owns that.
/// </remarks>
public interface ILLMService
{
    /// <summary>The provider's name, its endpoint and the model used when a request names none.</summary>
    LLMServiceMetadata Metadata { get; }

    /// <summary>Sends one chat completion and waits for the whole answer.</summary>
    /// <param name="request">A prompt or a list of messages; unset options take the defaults of the workflow, then of the provider.</param>
    /// <param name="cancellationToken">Ends the call; the exception carries this token.</param>
    /// <exception cref="LLMServiceException">The provider refused, failed or did not answer; the subclass says which.</exception>
    Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends one chat completion and yields its pieces as they come. The last update is of kind <see cref="LLMStreamUpdateKind.Completed"/>
    /// and carries the complete <see cref="LLMResponse"/>.
    /// </summary>
    /// <remarks>The stream is cold: nothing is sent before the first move, and every enumeration is one call.</remarks>
    /// <param name="request">As for <see cref="GenerateAsync"/>.</param>
    /// <param name="cancellationToken">Ends the stream; so does disposing the enumerator.</param>
    /// <exception cref="LLMStreamInterruptedException">The stream ended without its terminal event; the text so far is on the exception.</exception>
    IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the models that can be used now: live where the provider lists them, joined with what the catalogue knows.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells whether the provider answers, without spending tokens. Failure is a result here, not an exception.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds a service further in, such as the provider inside a chain of decorators.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">A key where several exist; a plain service answers only to null.</param>
    /// <returns>This instance when it is of that type, else null.</returns>
    object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }
}
