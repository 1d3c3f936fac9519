using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>The control: reads a chat completion as many programs do, trusting that the server sends what its documents say.</summary>
internal sealed class TrustingLLMService(HttpClient http) : ILLMService
{
    private static readonly Uri Address = new("https://models.example/v1/chat/completions");

    public LLMServiceMetadata Metadata { get; } = new() { ProviderName = "trusting", InstanceName = "trusting" };

    public async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        using var response = await http.PostAsync(Address, null, cancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
        return Answer(document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!);
    }

    public async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await http.PostAsync(Address, null, cancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var text = new StringBuilder();
        while (await lines.ReadLineAsync(cancellationToken) is { } line && line != "data: [DONE]")
        {
            if (line.Length > 6)
            {
                using var chunk = JsonDocument.Parse(line[6..]);
                var piece = chunk.RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString()!;
                text.Append(piece);
                yield return LLMStreamUpdate.ForText(piece);
            }
        }

        yield return LLMStreamUpdate.ForCompleted(Answer(text.ToString()));
    }

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<LLMModel>>([]);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => Task.FromResult(new LLMHealth { Status = LLMHealthStatus.Healthy });

    private static LLMResponse Answer(string text) => new() { Message = LLMMessage.Assistant(text), Provider = "trusting", Model = "m" };
}
