using System.Collections.Concurrent;

namespace JobWise.Llm.Pipeline;

/// <summary>All lanes, each made when it is first used.</summary>
/// <param name="providers">Knows the instances.</param>
/// <param name="settings">In force now.</param>
/// <param name="parts">What lanes are made of.</param>
/// <param name="makeAttempts">Builds what stands between a lane and its provider; called once per instance.</param>
internal sealed class LaneDirectory(ProviderDirectory providers, CurrentSettings settings, PipelineParts parts, Func<string, ILLMService> makeAttempts) : ILLMLanes
{
    private readonly ConcurrentDictionary<LaneKey, Lane> _lanes = new();
    private readonly ConcurrentDictionary<string, ILLMService> _attempts = new(StringComparer.Ordinal);

    public Lane Get(LLMLane lane) => _lanes.TryGetValue(new LaneKey(lane.Instance, lane.Model), out var known) ? known : Make(lane);

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
    private Lane Make(LLMLane lane)
    {
        var instance = providers.FindName(lane.Instance) ?? throw new LLMProviderNotRegisteredException(lane.Instance, providers.Names);
        var name = lane with { Instance = instance };
        var made = _lanes.GetOrAdd(new LaneKey(instance, lane.Model), _ => new Lane(name, AttemptsOf(instance), parts));
        return _lanes.GetOrAdd(new LaneKey(lane.Instance, lane.Model), made);
    }
}
