namespace JobWise.Llm;

/// <summary>What is Groq's own in the OpenAI protocol. State of November 2026.</summary>
public static class GroqDialect
{
    /// <summary>The one value.</summary>
    /// <remarks>
    /// Groq's token counts come with the last chunk of a stream without being asked for. Its request headers count per day, its token headers
    /// per minute. The default model is the catalogue's.
    /// </remarks>
    public static OpenAIDialect Value { get; } = new()
    {
        ProviderName = "groq",
        DefaultBaseUrl = new Uri("https://api.groq.com/openai/v1"),
        ApiKeyVariable = "GROQ_API_KEY",
        RequiresApiKey = true,
        OutputCapField = "max_completion_tokens",
        NeedsJsonWord = true,
        // Groq's error page: the model's own output was refused, and another attempt may do better.
        ErrorStatuses = new Dictionary<int, LLMErrorMeaning> { [422] = LLMErrorMeaning.InvalidResponse },
        RequestLimitWindow = TimeSpan.FromDays(1),
        TokenLimitWindow = TimeSpan.FromMinutes(1),
        ReasoningField = "reasoning",
        // Decimal megabytes: the smaller reading of the documents' 200 MB.
        Batch = new LLMBatchRules { MaxItems = 50_000, MaxBytes = 200_000_000, LongestWindow = TimeSpan.FromDays(7) },
        ModelRules =
        [
            new OpenAIModelRule
            {
                Prefix = "openai/gpt-oss",
                ReasoningEfforts = ["low", "medium", "high"],
                StrictSchemaStreams = false,
                StrictSchemaWithTools = false,
            },
            new OpenAIModelRule { Prefix = "qwen/", ReasoningEfforts = ["none", "default"] },
        ],
    };
}
