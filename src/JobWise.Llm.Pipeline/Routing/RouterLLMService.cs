using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Sends each call down the lane that was chosen for it. Lanes are made when they are first used. For now a call has one lane; further
/// candidates come with fallback.
/// </summary>
internal sealed class RouterLLMService(ProviderDirectory providers, CurrentSettings settings, Func<string, ILLMService> makeLane) : ILLMService
{
    private readonly ConcurrentDictionary<string, ILLMService> _lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the instance that serves calls which nothing else directs.</summary>
    public LLMServiceMetadata Metadata => Default.Metadata;

    private ILLMService Default => providers.Get(settings.Value.DefaultInstance);

    public Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        LaneOf(request).GenerateAsync(request, cancellationToken);

    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        LaneOf(request).GenerateStreamAsync(request, cancellationToken);

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        Default.GetAvailableModelsAsync(cancellationToken);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => Default.CheckHealthAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : Default.GetService(serviceType, serviceKey);
    }

    /// <summary>The lane of an instance, from retry to the provider.</summary>
    internal ILLMService LaneOf(string instance) =>
        _lanes.TryGetValue(instance, out var lane) ? lane : _lanes.GetOrAdd(instance, makeLane);

    private ILLMService LaneOf(LLMRequest request) =>
        LaneOf(PinnedLane.Parse(request.Call.PinnedLane).Instance ?? settings.Value.DefaultInstance);
}
