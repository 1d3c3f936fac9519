using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>All lanes, each made when it is first used.</summary>
/// <param name="providers">Knows the instances.</param>
/// <param name="settings">In force now.</param>
/// <param name="parts">What lanes are made of.</param>
/// <param name="makeAttempts">Builds what stands between a lane and its provider; called once per instance.</param>
internal sealed class LaneDirectory(ProviderDirectory providers, CurrentSettings settings, PipelineParts parts, Func<string, ILLMService> makeAttempts) : ILLMLanes
{
    /// <summary>A model's name is the caller's word, and each lane has its state and its own pipeline.</summary>
    public const int MostLanes = 1000;

    private readonly FadingTable<LaneKey, Lane> _lanes = new(MostLanes, static lane => lane.RestingSince);
    private readonly ConcurrentDictionary<string, ILLMService> _attempts = new(StringComparer.Ordinal);

    public Lane Get(LLMLane lane) => Get(new LaneKey(lane.Instance, lane.Model));

    public Lane Get(LaneKey key) => _lanes.Find(key) ?? Make(key);

    public IReadOnlyList<LLMLaneStatus> GetStatus() =>
    [
        .. _lanes.Values.OrderBy(lane => lane.Name.ToString(), StringComparer.Ordinal).Select(lane => new LLMLaneStatus
        {
            Lane = lane.Name,
            Circuit = lane.Circuit.State,
            HeldBackFor = lane.Circuit.HeldBackFor(settings.Value.Options.CircuitBreaker),
            Latency = lane.Latency.Mean,
        }),
    ];

    /// <summary>What makes one attempt on an instance: the Attempt slot, the timeouts and the provider.</summary>
    internal ILLMService AttemptsOf(string instance) => _attempts.GetOrAdd(instance, makeAttempts);

    /// <summary>The instance may be spelt in another case; one lane must not have two states for it.</summary>
    private Lane Make(LaneKey key)
    {
        var instance = providers.FindName(key.Instance) ?? throw new LLMProviderNotRegisteredException(key.Instance, providers.Names);
        return _lanes.GetOrAdd(
            key with { Instance = instance }, asRegistered => new Lane(new LLMLane { Instance = instance, Model = asRegistered.Model }, AttemptsOf(instance), parts));
    }
}
