using System.Text.Json;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A response in which every property is set that a store keeps.</summary>
internal static class FullResponse
{
    public static LLMResponse Create() => new()
    {
        Message = LLMMessage.Of(
            LLMRole.Assistant,
            new LLMReasoningPart { Text = "why", ProviderBlob = JsonDocument.Parse("""{"sig":"x"}""").RootElement },
            new LLMReasoningPart { Text = "hidden" },
            new LLMTextPart { Text = "Grüße \"\n" },
            new LLMToolCallPart { Id = "i", Name = "n", Arguments = """{"a":1}""" }),
        Provider = "groq",
        Model = "m",
        FinishReason = LLMFinishReason.ToolCalls,
        Usage = new LLMUsage
        {
            PromptTokens = 1,
            CompletionTokens = 2,
            CachedTokens = 3,
            CacheWriteTokens = 4,
            CacheWriteTokensByKind = new Dictionary<string, int> { ["1h"] = 4 },
            ReasoningTokens = 5,
            TotalTokens = 6,
            IsEstimated = true,
            QueueTime = TimeSpan.FromTicks(7),
            PromptTime = TimeSpan.FromTicks(8),
            CompletionTime = TimeSpan.FromTicks(9),
        },
        RequestId = "r",
        ResponseId = "s",
        ServiceTier = "flex",
        Warnings = [new LLMWarning { Code = "c", Option = "o", Message = "w" }, new LLMWarning { Code = "c", Message = "w" }],
        Route = new LLMRoute { Instance = "groq" },
    };
}
