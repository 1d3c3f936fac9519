using System.Text.Json;

namespace JobWise.Llm.Pipeline.Tests;

public class PromptBoundTests
{
    [Fact]
    public void Of_a_prompt_is_a_token_for_three_bytes_and_a_little_for_each_piece()
    {
        Assert.Equal(10, PromptBound.Of(LLMRequest.FromPrompt("Hello.")));
        Assert.Equal(10 + 8 + 2, PromptBound.Of(LLMRequest.FromPrompt("Hello.", "日本")));
    }

    [Fact]
    public void Of_a_request_counts_every_part_that_is_sent()
    {
        var json = JsonSerializer.SerializeToElement("a");
        var request = new LLMRequest
        {
            Messages =
            [
                LLMMessage.Of(LLMRole.User, new LLMTextPart { Text = "abc" }, new LLMImagePart { Bytes = new byte[] { 1 } }),
                LLMMessage.Of(LLMRole.Assistant, new LLMReasoningPart { Text = "abc", ProviderBlob = json }, new LLMToolCallPart { Id = "1", Name = "abc", Arguments = "{ }" }),
                LLMMessage.ToolResult("1", "abc"),
            ],
            ResponseFormat = LLMResponseFormat.JsonSchema(json),
            Tools = [new LLMTool { Name = "abc", Description = "abc", Parameters = json }],
        };

        Assert.Equal(2000 + (10 * 9), PromptBound.Of(request));
    }
}
