using JobWise.Llm.TestKit;

namespace JobWise.Llm.Conformance.Features;

/// <summary>The table as the providers fill it now.</summary>
internal static class FeatureTable
{
    private const string Key = "key-of-a-table";

    // The resets of the canned answers are dates of its day.
    private static readonly TwoClockTimeProvider Time = new();

    private static readonly FeatureProvider[] Providers =
    [
        new() { Name = "Groq", Answer = VendorAnswers.Groq, Create = http => new GroqLLMService(http, new GroqOptions { ApiKey = Key }, Time) },
        new() { Name = "OpenAI", Answer = VendorAnswers.OpenAI, Create = http => new OpenAILLMService(http, new OpenAIOptions { ApiKey = Key }, Time) },
        new() { Name = "Anthropic", Answer = VendorAnswers.Anthropic, Create = http => new AnthropicLLMService(http, new AnthropicOptions { ApiKey = Key }, Time) },
        new()
        {
            Name = "Compatible",
            Answer = VendorAnswers.Compatible,
            Create = http => new OpenAICompatibleLLMService(http, new OpenAICompatibleOptions { BaseUrl = new Uri("http://localhost:11434/v1"), DefaultModel = "local-model" }, Time),
        },
    ];

    public static async Task<IReadOnlyList<string>> WriteAsync()
    {
        List<string> lines = [$"| | {string.Join(" | ", Providers.Select(provider => provider.Name))} |", $"|---|{string.Concat(Providers.Select(_ => "---|"))}"];
        foreach (var feature in FeatureList.All)
        {
            var cells = await Task.WhenAll(Providers.Select(provider => FeatureProbe.AskAsync(feature, provider)));
            lines.Add($"| {feature.Name} | {string.Join(" | ", cells)} |");
        }

        return lines;
    }
}
