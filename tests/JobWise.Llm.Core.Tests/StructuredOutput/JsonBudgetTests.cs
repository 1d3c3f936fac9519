namespace JobWise.Llm.Tests;

public sealed class JsonBudgetTests
{
    // One ask takes 10 + 5 tokens; the second prompt adds "no" and the explanation.
    private const int Explanation = 45;
    private const int BothAsks = 15 + 10 + Explanation + 100;

    [Theory]
    [InlineData(BothAsks, 2)]
    [InlineData(BothAsks - 1, 1)]
    public async Task GenerateJsonAsync_asks_again_only_within_the_tokens_of_the_call(int mostTokens, int asks)
    {
        var service = new ScriptedService("no", """{"title":"Rome"}""");

        await Record.ExceptionAsync(() => AskAsync(service, new LLMCallOptions { MostTokens = mostTokens }));

        Assert.Equal(asks, service.Requests.Count);
    }

    [Fact]
    public async Task GenerateJsonAsync_that_may_not_ask_again_says_why_and_what_was_wrong()
    {
        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => AskAsync(new ScriptedService("no"), new LLMCallOptions { MostTokens = 100 }));

        Assert.Equal(
            "The answer is no JSON of the type Plan: There is no JSON in it. The text (2 characters) is in PartialText. It was not sent back: the call has used "
                + $"15 tokens and a second ask may use {BothAsks - 15} more, which is above 100. Raise LLMCallOptions.MostTokens, or lower MaxTokens.",
            exception.Message);
        Assert.Equal(15, exception.Usage!.TotalTokens);
    }

    [Fact]
    public async Task GenerateJsonAsync_counts_what_the_scope_has_used_before_and_takes_its_limit()
    {
        var scope = new LLMCallScope { MostTokens = BothAsks };
        scope.NoteTokens(1);

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => AskAsync(new ScriptedService("no"), new LLMCallOptions { Scope = scope }));

        Assert.Equal(16, scope.TokensUsed);
    }

    [Fact]
    public async Task GenerateJsonAsync_whose_first_ask_was_huge_does_not_ask_again_by_default()
    {
        var huge = Some.Response("no") with { Usage = new LLMUsage { PromptTokens = 40_000, CompletionTokens = 1, TotalTokens = 40_001 } };
        var service = new ScriptedService(huge);

        var exception = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => AskAsync(service, LLMCallOptions.Default));

        Assert.Contains("which is above 64000.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateJsonAsync_unknown_usage_is_estimated_from_the_lengths()
    {
        var scope = new LLMCallScope();
        var refusal = new LLMInvalidResponseException("refused") { FailedGeneration = """{"title":"Rome"}""" };

        await AskAsync(new ScriptedService(refusal), new LLMCallOptions { Scope = scope });

        Assert.InRange(scope.TokensUsed, 100, 200);
    }

    private static Task<LLMResponse<Plan>> AskAsync(ScriptedService service, LLMCallOptions call) =>
        service.GenerateJsonAsync(new LLMRequest { Prompt = "Plan", MaxTokens = 100, Call = call }, PlanJsonContext.Default.Plan);
}
