namespace JobWise.Llm;

/// <summary>What is OpenAI's own in its protocol. State of November 2026.</summary>
public static class OpenAIVendorDialect
{
    /// <summary>The one value.</summary>
    /// <remarks>Reasoning models refuse any temperature but their default. The default model is the catalogue's.</remarks>
    public static OpenAIDialect Value { get; } = new()
    {
        ProviderName = "openai",
        DefaultBaseUrl = new Uri("https://api.openai.com/v1"),
        ApiKeyVariable = "OPENAI_API_KEY",
        RequiresApiKey = true,
        OutputCapField = "max_completion_tokens",
        RequestsStreamUsage = true,
        NeedsJsonWord = true,
        // OpenAI's reference: "user" is replaced by this field.
        EndUserField = "safety_identifier",
        RequestLimitWindow = TimeSpan.FromMinutes(1),
        TokenLimitWindow = TimeSpan.FromMinutes(1),
        // Decimal megabytes: the smaller reading of the documents' 200 MB. One input file holds requests for one model.
        Batch = new LLMBatchRules { MaxItems = 50_000, MaxBytes = 200_000_000, RequiresOneModel = true },
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
