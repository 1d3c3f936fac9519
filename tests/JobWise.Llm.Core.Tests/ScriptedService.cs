namespace JobWise.Llm.Tests;

/// <summary>Answers with the given outcomes in order and keeps the requests.</summary>
internal sealed class ScriptedService(params IReadOnlyList<object> outcomes) : ILLMService
{
    public List<LLMRequest> Requests { get; } = [];

    public LLMServiceMetadata Metadata { get; } = new() { ProviderName = "some-provider", InstanceName = "some-provider" };

    public Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return outcomes[Requests.Count - 1] switch
        {
            Exception exception => Task.FromException<LLMResponse>(exception),
            string text => Task.FromResult(Some.Response(text)),
            var response => Task.FromResult((LLMResponse)response),
        };
    }

    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<LLMModel>>([]);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new LLMHealth { Status = LLMHealthStatus.Healthy });
}
