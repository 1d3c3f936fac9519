namespace JobWise.Llm.Pipeline;

/// <summary>The pipeline: what stands between a caller and a provider, and in which order.</summary>
internal sealed class LLMPipeline
{
    private readonly PipelineParts _parts;

    public LLMPipeline(PipelineParts parts)
    {
        _parts = parts;
        Lanes = new LaneDirectory(parts.Providers, parts.Settings, parts, BuildAttempts);
        Service = BuildCalls();
    }

    /// <summary>What callers get.</summary>
    public ILLMService Service { get; }

    public LaneDirectory Lanes { get; }

    /// <summary>
    /// The order, from the caller to the lanes. The deadline bounds everything below it. Guardrails come before
    /// any choice or cost. The route is planned before the Call slot, so that a
    /// user's decorator sees the request as it will be sent.
    /// </summary>
    private ILLMService BuildCalls()
    {
        var planner = new RoutePlanner(_parts.Providers, Lanes, new RouteSorter(_parts.PriceBook, _parts.TimeProvider));
        return Chain(
            next => new TelemetryLLMService(next, _parts.Instruments, _parts.TimeProvider),
            next => new LoggingLLMService(next, new CallStart(_parts.Settings, _parts.CallIds, _parts.TimeProvider), _parts.Logger),
            next => new DeadlineLLMService(next, _parts.Settings, _parts.TimeProvider),
            next => new GuardrailLLMService(next, _parts.Settings, _parts.Logger),
            next => new ModelSelectionLLMService(next, _parts.Settings, planner),
            next => _parts.Slots.Decorate(LLMStage.Call, next),
            next => new CacheLLMService(next, _parts.Settings, new CachePlan(_parts.Settings, _parts.Providers, _parts.ResponseStores), _parts.Logger),
            next => new BudgetLLMService(next, _parts.Budgets),
            _ => new RouterLLMService(Lanes, new RouteRecord(_parts.PriceBook, _parts.TimeProvider), _parts));
    }

    /// <summary>
    /// What a lane does for each attempt, within its retries and its circuit (<see cref="LanePipeline"/>). The attempt timeouts are next to the
    /// provider, so that no slow stage counts as a slow provider.
    /// </summary>
    private ILLMService BuildAttempts(string instance) => Chain(
        next => new BudgetAttemptLLMService(next, _parts.Budgets),
        next => _parts.Slots.Decorate(LLMStage.Attempt, next),
        next => new AttemptTimeoutLLMService(next, instance, _parts.Settings, _parts.TimeProvider),
        _ => _parts.Providers.Get(instance));

    /// <summary>Nests the stages; the first is the outermost, and the last makes the innermost service out of nothing.</summary>
    private static ILLMService Chain(params ReadOnlySpan<Func<ILLMService, ILLMService>> stages)
    {
        ILLMService service = null!;
        for (var i = stages.Length - 1; i >= 0; i--)
        {
            service = stages[i](service);
        }

        return service;
    }
}
