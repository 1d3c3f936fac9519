using JobWise.Llm.Proofs.Fuzz.Seeds;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Every reader that mutants go to.</summary>
internal static class FuzzTargets
{
    private static readonly Uri Address = new("https://models.example/v1");

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. OfProtocol("groq", http => new GroqLLMService(http, new GroqOptions { ApiKey = "gsk_no-key", BaseUrl = Address }), OpenAISeeds.ByKind),
        .. OfProtocol("openai", http => new OpenAILLMService(http, new OpenAIOptions { ApiKey = "sk-no-key", BaseUrl = Address }), OpenAISeeds.ByKind),
        .. OfProtocol("anthropic", http => new AnthropicLLMService(http, new AnthropicOptions { ApiKey = "sk-no-key", BaseUrl = Address }), AnthropicSeeds.ByKind),
        .. OfProtocol("openai_compatible", http => new OpenAICompatibleLLMService(http, new OpenAICompatibleOptions { BaseUrl = Address, DefaultModel = "m" }), OpenAISeeds.ByKind),
    ];

    private static IEnumerable<FuzzTarget> OfProtocol(
        string provider, Func<HttpClient, ILLMService> create, IReadOnlyDictionary<FuzzKind, IReadOnlyList<byte[]>> seeds) =>
        seeds.Select(kind => new FuzzTarget { Provider = provider, Kind = kind.Key, Seeds = kind.Value, Create = create });
}
