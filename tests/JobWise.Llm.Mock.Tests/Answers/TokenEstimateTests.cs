namespace JobWise.Llm.Mock.Tests.Answers;

public class TokenEstimateTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Of_counts_four_characters_as_a_token_and_rounds_up(int characters, int tokens)
    {
        var usage = TokenEstimate.Of(Some.Request(new string('x', characters)), LLMMessage.Assistant(string.Empty));

        Assert.Equal((tokens, 0, tokens, true), (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.IsEstimated));
    }

    [Fact]
    public void Of_counts_reasoning_and_tool_calls_as_output()
    {
        var answer = LLMMessage.Of(
            LLMRole.Assistant,
            new LLMReasoningPart { Text = "12345678" },
            new LLMToolCallPart { Id = "1", Name = "find", Arguments = "{\"a\":1}." });

        var usage = TokenEstimate.Of(Some.Request("1234"), answer);

        Assert.Equal((1, 5, 2), (usage.PromptTokens, usage.CompletionTokens, usage.ReasoningTokens));
    }

    [Fact]
    public async Task Usage_of_the_answer_wins()
    {
        var given = new LLMUsage { PromptTokens = 1500, CompletionTokens = 1000, TotalTokens = 2500 };
        var llm = new MockLLMService().AnswerByDefault(new MockAnswer { Text = "x", Usage = given });

        Assert.Same(given, (await llm.GenerateAsync(Some.Request())).Usage);
    }
}
