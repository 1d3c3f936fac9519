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

    /// <summary>A turn that calls tools.</summary>
    public static LLMResponse Calls(params IReadOnlyList<(string Id, string Name, string Arguments)> calls) => Response(string.Empty, LLMFinishReason.ToolCalls) with
    {
        Message = LLMMessage.Of(
            LLMRole.Assistant, [.. calls.Select(call => new LLMToolCallPart { Id = call.Id, Name = call.Name, Arguments = call.Arguments })]),
    };
}
