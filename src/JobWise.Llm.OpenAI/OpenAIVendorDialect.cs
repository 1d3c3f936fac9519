namespace JobWise.Llm;

/// <summary>What is OpenAI's own in its protocol. State of November 2026.</summary>
public static class OpenAIVendorDialect
{
    /// <summary>The one value.</summary>
    /// <remarks>
    /// The default, <c>gpt-6-luna</c>, is the cheapest model of the current generation (0.10 and 0.50 USD per million tokens, against 0.40 and
    /// 1.60 for gpt-4.1-mini). Reasoning models refuse any temperature but their default.
    /// </remarks>
    public static OpenAIDialect Value { get; } = new()
    {
        ProviderName = "openai",
        DefaultBaseUrl = new Uri("https://api.openai.com/v1"),
        DefaultModel = "gpt-6-luna",
        ApiKeyVariable = "OPENAI_API_KEY",
        RequiresApiKey = true,
        OutputCapField = "max_completion_tokens",
        RequestsStreamUsage = true,
        NeedsJsonWord = true,
        ModelRules =
        [
            new OpenAIModelRule { Prefix = "gpt-5", FixedSampling = true },
            new OpenAIModelRule { Prefix = "gpt-6", FixedSampling = true },
            new OpenAIModelRule { Prefix = "o1", FixedSampling = true },
            new OpenAIModelRule { Prefix = "o3", FixedSampling = true },
            new OpenAIModelRule { Prefix = "o4", FixedSampling = true },
        ],
    };
}
