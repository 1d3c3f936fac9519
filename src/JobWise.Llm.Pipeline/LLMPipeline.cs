namespace JobWise.Llm.Pipeline;

/// <summary>The pipeline: what stands between a caller and a provider, and in which order.</summary>
internal sealed class LLMPipeline
{
    public LLMPipeline(PipelineParts parts)
    {
        Parts = parts;
        Lanes = new LaneDirectory(parts.Providers, parts.Settings, parts, BuildAttempts);
        Planner = new RoutePlanner(parts.Providers, Lanes, new RouteSorter(parts.PriceBook, parts.TimeProvider));
        Service = BuildCalls();
    }

    /// <summary>What it is made of.</summary>
    public PipelineParts Parts { get; }

    /// <summary>What callers get.</summary>
    public ILLMService Service { get; }

    public LaneDirectory Lanes { get; }

    public RoutePlanner Planner { get; }

    /// <summary>
    /// The order, from the caller to the lanes. The deadline bounds everything below it. Guardrails come before
    /// any choice or cost. The route is planned before the Call slot, so that a
    /// user's decorator sees the request as it will be sent.
    /// </summary>
    private ILLMService BuildCalls()
    {
        return Chain(
            next => new LoggingLLMService(next, new CallStart(Parts.Settings, Parts.CallIds, Parts.TimeProvider), Parts.Logger),
            next => Parts.Watchers.Count > 0 ? new WatchLLMService(next, Parts.Watchers, Parts.TimeProvider) : next,
            next => new TelemetryLLMService(next, Parts.Instruments, Parts.TimeProvider),
            next => new DeadlineLLMService(next, Parts.Settings, Parts.TimeProvider),
            next => new GuardrailLLMService(next, Parts.Settings, Parts.Logger),
            next => new ModelSelectionLLMService(next, Parts.Settings, Planner),
            next => Parts.Slots.Has(LLMStage.Call) ? Parts.Slots.Decorate(LLMStage.Call, new RouteRevisionLLMService(next, Parts.Settings)) : next,
            next => Parts.Usage is { } usage ? new LedgerHitLLMService(next, usage) : next,
            next => new CacheLLMService(next, Parts.Settings, new CachePlan(Parts.Settings, Parts.Providers, Parts.ResponseStores), Parts.CacheRecord),
            next => new BudgetLLMService(next, Parts.Budgets),
            _ => new RouterLLMService(Lanes, new RouteRecord(Parts.PriceBook, Parts.TimeProvider), Parts));
    }

    /// <summary>
    /// What a lane does for each attempt, within its retries and its circuit (<see cref="LanePipeline"/>). The attempt timeouts are next to the
    /// provider, so that no slow stage counts as a slow provider.
    /// </summary>
    private ILLMService BuildAttempts(string instance) => Chain(
        next => new BudgetAttemptLLMService(next, Parts.Budgets),
        next => Parts.Usage is { } usage ? new LedgerLLMService(next, instance, usage) : next,
        next => Parts.Slots.Decorate(LLMStage.Attempt, next),
        next => new AttemptTimeoutLLMService(next, instance, Parts.Settings, Parts.TimeProvider),
        _ => Parts.Providers.Get(instance));

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
