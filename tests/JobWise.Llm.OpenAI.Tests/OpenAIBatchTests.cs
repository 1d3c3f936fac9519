namespace JobWise.Llm.OpenAI.Tests;

public sealed class OpenAIBatchTests
{
    [Fact]
    public async Task CreateAsync_takes_one_model_and_one_day()
    {
        using var http = new HttpClient();
        var service = new OpenAILLMService(http, new OpenAIOptions { ApiKey = "key-of-tests" });
        var batches = (ILLMBatchService)service.GetService(typeof(ILLMBatchService))!;

        Assert.Equal(new LLMBatchRules { MaxItems = 50_000, MaxBytes = 200_000_000, RequiresOneModel = true }, batches.Rules);
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => batches.CreateAsync([Item("a", "gpt-6-luna"), Item("b", "gpt-6-sol")]));
        await Assert.ThrowsAsync<LLMInvalidRequestException>(
            () => batches.CreateAsync([Item("a", "gpt-6-luna")], new LLMBatchOptions { CompletionWindow = TimeSpan.FromDays(2) }));
    }

    private static LLMBatchItem Item(string id, string model) => new() { CustomId = id, Request = LLMRequest.FromPrompt("Hi") with { Model = model } };
}
