namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>The same pipeline with one layer more each time.</summary>
internal sealed class Layers
{
    private readonly Stack _whole;

    public Layers(ILLMService provider)
    {
        var bare = new Stack(() => provider, options => (options.CircuitBreaker.IsEnabled, options.RateLimiting.IsEnabled) = (false, false));
        var withBreaker = new Stack(() => provider, options => options.RateLimiting.IsEnabled = false);
        _whole = new Stack(() => provider);
        Timeouts = bare.TimeAttempts(provider);
        Router = bare.Router;
        Breaker = withBreaker.Router;
        Limiter = _whole.Router;
        Selection = _whole.Select(Limiter);
        Guardrails = _whole.Guard(Selection);
        Deadline = _whole.End(Guardrails);
    }

    public ILLMService Timeouts { get; }

    public ILLMService Router { get; }

    public ILLMService Breaker { get; }

    public ILLMService Limiter { get; }

    public ILLMService Selection { get; }

    public ILLMService Guardrails { get; }

    public ILLMService Deadline { get; }

    public ILLMService Whole => _whole.Whole;

    /// <summary>The request as the layers above a lane leave it, so that each layer can be measured without them. Its scope is shared by all calls.</summary>
    public LLMRequest Plan(LLMRequest request) => request with
    {
        Call = new LLMCallOptions
        {
            Lanes = [new LLMLane { Instance = InstantProvider.Name, Model = InstantProvider.Model }],
            Scope = new LLMCallScope(TimeProvider.System) { PipelineState = _whole.Parts.Settings.Value },
            MostSends = int.MaxValue,
        },
    };
}
