namespace JobWise.Llm;

/// <summary>
/// The base of decorators: forwards every member to the inner service. Override what the decorator changes; a decorator of calls overrides
/// <see cref="GenerateAsync"/> and <see cref="GenerateStreamAsync"/>, and sees typed JSON calls too, since these go through the former.
/// </summary>
public abstract class DelegatingLLMService : ILLMService
{
    /// <summary>Wraps <paramref name="innerService"/>.</summary>
    /// <param name="innerService">The next service towards the provider.</param>
    protected DelegatingLLMService(ILLMService innerService)
    {
        ArgumentNullException.ThrowIfNull(innerService);
        InnerService = innerService;
    }

    /// <summary>The next service towards the provider.</summary>
    protected ILLMService InnerService { get; }

    /// <inheritdoc/>
    public virtual LLMServiceMetadata Metadata => InnerService.Metadata;

    /// <inheritdoc/>
    public virtual Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateStreamAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        InnerService.GetAvailableModelsAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        InnerService.CheckHealthAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : InnerService.GetService(serviceType, serviceKey);
    }
}
