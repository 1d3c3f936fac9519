using BenchmarkDotNet.Attributes;
using JobWise.Llm.Benchmarks.Wire;
using OpenAI.Chat;
using Polly;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>
/// What the pipeline costs on a call that succeeds at once: one lane, nobody listening to logs or telemetry, cache and budgets off. Each row has
/// the layers of the row before it and one more. <see cref="LayerChecks"/> has shown before that each layer does its work.
/// </summary>
[IterationTime(150)]
public class PipelineLayersBenchmarks
{
    private readonly InstantProvider _provider = new();
    private readonly ResiliencePipeline<LLMResponse> _polly = LayerPeers.Polly();
    private readonly ChatClient _openAI = Clients.OpenAI(LayerPeers.Answer, "application/json");
    private readonly ILLMService _http = Clients.JobWise(LayerPeers.Answer, "application/json");
    private readonly ILLMService _httpPipeline = new Stack(() => Clients.JobWise(LayerPeers.Answer, "application/json")).Whole;
    private Layers _layers = null!;
    private LLMRequest _planned = null!;
    private LLMRequest _plain = null!;

    /// <summary>The length of the prompt.</summary>
    [Params(1_000, 10_000, 50_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _layers = new Layers(_provider);
        _plain = LLMRequest.FromPrompt(Payloads.Prose(Characters));
        _planned = _layers.Plan(_plain);
    }

    [Benchmark(Baseline = true)]
    public Task<LLMResponse> Provider() => _provider.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusAttemptTimeouts() => _layers.Timeouts.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusRouterAndRetry() => _layers.Router.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusCircuitBreaker() => _layers.Breaker.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusRateLimiter() => _layers.Limiter.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusSelection() => _layers.Selection.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusGuardrails() => _layers.Guardrails.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> PlusDeadline() => _layers.Deadline.GenerateAsync(_planned);

    [Benchmark]
    public Task<LLMResponse> WholePipeline() => _layers.Whole.GenerateAsync(_plain);

    [Benchmark]
    public ValueTask<LLMResponse> PollyAlone() => _polly.ExecuteAsync(
        static (state, token) => new ValueTask<LLMResponse>(state._provider.GenerateAsync(state._planned, token)), this);

    [Benchmark]
    public Task<LLMResponse> OverHttp() => _http.GenerateAsync(_plain);

    [Benchmark]
    public Task<LLMResponse> OverHttpWithPipeline() => _httpPipeline.GenerateAsync(_plain);

    [Benchmark]
    public async Task<int> OpenAIPackage() => (await _openAI.CompleteChatAsync(new UserChatMessage(_plain.Prompt))).Value.Content[0].Text.Length;
}
