namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>A provider that has its answer ready, so that everything measured around it is the pipeline's own.</summary>
internal sealed class InstantProvider : ILLMService
{
    public const string Name = "openai";
    public const string Model = "gpt-4.1-mini";

    private static readonly Task<LLMResponse> Answer = Task.FromResult(new LLMResponse
    {
        Message = LLMMessage.Assistant("The answer, which is short."),
        Provider = Name,
        Model = Model,
        FinishReason = LLMFinishReason.Stop,
        Usage = new LLMUsage { PromptTokens = 250, CompletionTokens = 8, TotalTokens = 258 },
    });

    public LLMServiceMetadata Metadata { get; } = new() { ProviderName = Name, InstanceName = Name, DefaultModel = Model };

    /// <summary>The last request, for the checks that a layer did its work.</summary>
    public LLMRequest? Last { get; private set; }

    /// <summary>The token that came with it.</summary>
    public CancellationToken LastToken { get; private set; }

    public bool Fails { get; set; }

    public Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        (Last, LastToken) = (request, cancellationToken);
        return Fails ? Task.FromException<LLMResponse>(new LLMServerException("out of order")) : Answer;
    }

    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The benchmark asks for whole answers.");

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<LLMModel>>([]);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new LLMHealth { Status = LLMHealthStatus.Healthy });
}
