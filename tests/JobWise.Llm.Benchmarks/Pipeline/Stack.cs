using JobWise.Llm.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>A pipeline over one provider, whole and cut open.</summary>
internal sealed class Stack
{
    private readonly ServiceProvider _services;

    public Stack(Func<ILLMService> provider, Action<LLMPipelineOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm(options =>
        {
            // Limits that are there and never reached: the limiter works, and nothing waits.
            options.ConfigureProvider(InstantProvider.Name, instance => (instance.RateLimits.RequestsPerMinute, instance.RateLimits.TokensPerMinute) = (int.MaxValue, long.MaxValue / 1_000_000));
            configure?.Invoke(options);
        }).AddProvider(InstantProvider.Name, (_, _) => provider());
        _services = services.BuildServiceProvider();
        Pipeline = _services.GetRequiredService<LLMPipeline>();
    }

    public LLMPipeline Pipeline { get; }

    public PipelineParts Parts => Pipeline.Parts;

    public ILLMService Whole => Pipeline.Service;

    public ILLMService Router => new RouterLLMService(Pipeline.Lanes, new RouteRecord(Parts.PriceBook, Parts.TimeProvider), Parts);

    /// <summary>The limiter of the one lane; null while limits are off.</summary>
    public RateLimiter? Limiter => Parts.RateLimiters.Get(InstantProvider.Name, InstantProvider.Model);

    public ILLMService Select(ILLMService next) => new ModelSelectionLLMService(
        next, Parts.Settings, new RoutePlanner(Parts.Providers, Pipeline.Lanes, new RouteSorter(Parts.PriceBook, Parts.TimeProvider)));

    public ILLMService Guard(ILLMService next) => new GuardrailLLMService(next, Parts.Settings, Parts.Logger);

    public ILLMService End(ILLMService next) => new DeadlineLLMService(next, Parts.Settings, Parts.TimeProvider);

    public ILLMService TimeAttempts(ILLMService next) => new AttemptTimeoutLLMService(next, InstantProvider.Name, Parts.Settings, Parts.TimeProvider);
}
