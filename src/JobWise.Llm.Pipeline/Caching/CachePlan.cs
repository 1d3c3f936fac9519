namespace JobWise.Llm.Pipeline;

/// <summary>Decides whether the cache looks at a call.</summary>
internal sealed class CachePlan(CurrentSettings settings, ProviderDirectory providers, ResponseStores stores)
{
    /// <summary>Null where the cache is off for the call.</summary>
    public CachedCall? Of(LLMRequest request)
    {
        var options = PipelineSettings.Of(request, settings).Options.Cache;
        var workflow = request.Workflow is { } name && options.Workflows.Count > 0 ? options.Workflows.GetValueOrDefault(name) : null;
        if (!(workflow?.IsEnabled ?? options.IsEnabled) || request.Call.CacheMode == LLMCacheMode.Bypass)
        {
            return null;
        }

        var instance = request.Call.Lanes[0].Instance;
        var key = LLMCacheKey.Of(request, providers.Get(instance).Metadata);
        return new CachedCall(request, key, instance, workflow?.TimeToLive ?? options.TimeToLive, stores.Of(options));
    }
}
