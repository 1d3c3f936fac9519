using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A provider whose answers the test writes as functions; it keeps every request it got.</summary>
internal sealed class FakeProvider(string instance = "groq") : ILLMService
{
    public List<LLMRequest> Requests { get; } = [];

    public Func<LLMRequest, CancellationToken, Task<LLMResponse>> Answer { get; set; } = (request, _) => Task.FromResult(Some.Response(request.Model ?? "m"));

    public Func<LLMRequest, CancellationToken, IAsyncEnumerable<LLMStreamUpdate>> Stream { get; set; } = (_, _) => Some.Stream("Hello", " world");

    public LLMServiceMetadata Metadata { get; set; } =
        new() { ProviderName = instance, InstanceName = instance, DefaultModel = instance + "-default" };

    /// <summary>Answers attempt after attempt with what stands here; an exception is thrown.</summary>
    public FakeProvider Script(params object[] outcomes)
    {
        var next = 0;
        Answer = (_, _) => outcomes[next++] is Exception failure ? Task.FromException<LLMResponse>(failure) : Task.FromResult((LLMResponse)outcomes[next - 1]);
        return this;
    }

    public Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Answer(request, cancellationToken);
    }

    public async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        await foreach (var update in Stream(request, cancellationToken))
        {
            yield return update;
        }
    }

    /// <summary>Keeps the list of models and the health check waiting until they are cancelled.</summary>
    public bool IsSilent { get; set; }

    public async Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default)
    {
        await Task.Delay(IsSilent ? Timeout.Infinite : 0, cancellationToken);
        return [];
    }

    public async Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        await Task.Delay(IsSilent ? Timeout.Infinite : 0, cancellationToken);
        return new LLMHealth { Status = LLMHealthStatus.Healthy };
    }
}
