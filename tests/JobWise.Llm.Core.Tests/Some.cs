namespace JobWise.Llm.Tests;

/// <summary>Sample values that a test does not care about.</summary>
internal static class Some
{
    public static LLMResponse Response(string text, LLMFinishReason? finishReason = null) => new()
    {
        Message = LLMMessage.Assistant(text),
        Provider = "some-provider",
        Model = "some-model",
        FinishReason = finishReason ?? LLMFinishReason.Stop,
        Usage = new LLMUsage { PromptTokens = 10, CompletionTokens = 5, TotalTokens = 15 },
        RequestId = "req-1",
    };
}
