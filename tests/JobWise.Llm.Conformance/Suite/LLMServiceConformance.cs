namespace JobWise.Llm.Conformance;

/// <summary>What every provider must do alike. A provider passes it through a subclass that names its harness.</summary>
/// <param name="harness">A new one for each test.</param>
public abstract partial class LLMServiceConformance(ProviderHarness harness) : IAsyncLifetime
{
    private const string SecretPrompt = "the-prompt-that-nothing-prints";
    private const string AskedModel = "model-b";

    public ProviderHarness Harness { get; } = harness;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Harness.DisposeAsync().AsTask();

    private static LLMRequest CreateRequest(string prompt = SecretPrompt) => new() { Prompt = prompt, Model = AskedModel };

    private static async Task<List<LLMStreamUpdate>> ReadAsync(IAsyncEnumerable<LLMStreamUpdate> updates)
    {
        List<LLMStreamUpdate> all = [];
        await foreach (var update in updates)
        {
            all.Add(update);
        }

        return all;
    }

    private ILLMService Create(ProviderBehaviour? behaviour = null) => Harness.Create(behaviour ?? new ProviderBehaviour());

    /// <summary>The failure of a call in both forms, since a provider has two paths to it.</summary>
    private static async Task<TError[]> FailBothWaysAsync<TError>(ILLMService service, LLMRequest request)
        where TError : Exception =>
    [
        await Assert.ThrowsAsync<TError>(() => service.GenerateAsync(request)),
        await Assert.ThrowsAsync<TError>(() => ReadAsync(service.GenerateStreamAsync(request))),
    ];
}
