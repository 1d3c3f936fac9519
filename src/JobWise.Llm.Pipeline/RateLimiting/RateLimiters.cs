using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>The limiters of all lanes: one for each model at each account, made when it is first asked for.</summary>
internal sealed class RateLimiters(ProviderDirectory providers, CurrentSettings settings, RateLimitPresets presets, TimeProvider timeProvider) : IDisposable
{
    private readonly ConcurrentDictionary<(string Instance, string Model), KeptLane> _lanes = new();
    private readonly FadingTable<AccountKey, AccountLimiter> _limiters = new(LaneDirectory.MostLanes, static limiter => limiter.Limiter.IsAtRest ? 0 : null);

    /// <summary>How many limiters are kept, those that fade not counted.</summary>
    public int Kept => _limiters.Values.Count;

    /// <summary>The limiter that keeps the limits of an instance's model; null while limits are switched off.</summary>
    public RateLimiter? Get(string instance, string? model)
    {
        var current = settings.Value;
        if (!current.Options.RateLimiting.IsEnabled)
        {
            return null;
        }

        var metadata = providers.Get(instance).Metadata;
        var key = (instance, model ?? metadata.DefaultModel ?? string.Empty);
        return _lanes.TryGetValue(key, out var lane) && lane.IsCurrent(current, metadata) ? lane.Limiter.Limiter : Find(key, current, metadata);
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Limiter.Dispose();
        }
    }

    private RateLimiter Find((string Instance, string Model) key, PipelineSettings current, LLMServiceMetadata metadata)
    {
        var options = current.Options.Providers.GetValueOrDefault(key.Instance);
        // Where nobody knows the account, each instance is taken for an account of its own.
        var account = options?.Account ?? metadata.Account ?? $"instance {metadata.InstanceName}";
        var limiter = _limiters.GetOrAdd(new AccountKey(metadata.ProviderName, account, key.Model), id => new AccountLimiter(
            new LimitedLane(metadata.InstanceName, id.Provider, id.Model), presets.Find(id.Provider, id.Model), presets.Vendor(id.Provider), timeProvider));
        limiter.Apply(metadata.InstanceName, options, current.Options.RateLimiting.Mode);
        if (_lanes.Count >= LaneDirectory.MostLanes)
        {
            _lanes.Clear(); // Only a shorter way to what is found here anew; it must not keep what the other table lets go.
        }

        _lanes[key] = new KeptLane(current, metadata.Account, limiter);
        return limiter.Limiter;
    }
}
