using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>An answer from the cache in memory, through the whole pipeline, beside the hash of its request alone.</summary>
[IterationTime(150)]
public class CacheHitBenchmarks
{
    private readonly InstantProvider _provider = new();
    private ILLMService _cached = null!;
    private LLMRequest _request = null!;
    private LLMRequest _complete = null!;

    /// <summary>The length of the prompt.</summary>
    [Params(1_000, 10_000, 50_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _cached = new Stack(() => _provider, options => options.Cache.IsEnabled = true).Whole;
        _request = LLMRequest.FromPrompt(Payloads.Prose(Characters));
        _ = _cached.GenerateAsync(_request);
        _complete = _provider.Last!;
    }

    [Benchmark(Baseline = true)]
    public LLMCacheKey Hash() => LLMCacheKey.Of(_complete, _provider.Metadata);

    [Benchmark]
    public Task<LLMResponse> Hit() => _cached.GenerateAsync(_request);
}
