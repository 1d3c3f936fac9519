using System.Text.Json;

namespace JobWise.Llm.Tests;

public sealed class LLMMessageTests
{
    [Fact]
    public void Text_several_parts_joins_only_the_text()
    {
        var message = LLMMessage.Of(
            LLMRole.Assistant,
            new LLMReasoningPart { Text = "hm" },
            new LLMTextPart { Text = "Hello " },
            new LLMToolCallPart { Id = "1", Name = "look" },
            new LLMTextPart { Text = "world" });

        Assert.Equal("Hello world", message.Text);
        Assert.Equal("look", Assert.Single(message.ToolCalls).Name);
    }

    [Fact]
    public void ToString_prints_lengths_and_no_content()
    {
        object[] printed =
        [
            LLMMessage.User("CANARY"), new LLMTextPart { Text = "CANARY" }, new LLMReasoningPart { Text = "CANARY" },
            new LLMToolCallPart { Id = "1", Name = "look", Arguments = "CANARY" }, new LLMToolResultPart { CallId = "1", Text = "CANARY" },
            LLMRequest.FromPrompt("CANARY", "CANARY"), Some.Response("CANARY"), LLMStreamUpdate.ForText("CANARY"),
            LLMStreamUpdate.ForCompleted(Some.Response("CANARY")), new LLMErrorDetails { PartialText = "CANARY" },
            new LLMToolCallDelta { Arguments = "CANARY" }, new LLMResponse<string> { Value = "CANARY", Response = Some.Response("CANARY") },
        ];

        Assert.All(printed, value => Assert.DoesNotContain("CANARY", value.ToString(), StringComparison.Ordinal));
        Assert.Equal("LLMTextPart { TextLength = 6 }", printed[1].ToString());
    }

    [Theory]
    [InlineData("Assistant", true)]
    [InlineData("developer", false)]
    public void Role_any_string_is_kept_and_compared_without_case(string value, bool isAssistant)
    {
        var role = new LLMRole(value);

        Assert.Equal(value, role.Value);
        Assert.Equal(isAssistant, role == LLMRole.Assistant);
        Assert.Equal(isAssistant, role.GetHashCode() == LLMRole.Assistant.GetHashCode());
    }

    [Fact]
    public void FinishReason_unknown_value_passes_and_default_is_unknown()
    {
        Assert.Equal("eos_token", new LLMFinishReason("eos_token").Value);
        Assert.Equal(LLMFinishReason.Unknown, default);
        Assert.Equal(LLMFinishReason.Stop, new LLMFinishReason("STOP"));
    }

    [Theory]
    [InlineData("\"developer\"", "developer", "developer")]
    [InlineData("\"\"", "user", "unknown")]
    [InlineData("null", "user", "unknown")]
    public void Role_and_finish_reason_read_any_json_text(string json, string role, string finishReason)
    {
        Assert.Equal(role, JsonSerializer.Deserialize<LLMRole>(json).Value);
        Assert.Equal(finishReason, JsonSerializer.Deserialize<LLMFinishReason>(json).Value);
    }

    [Fact]
    public void Role_and_finish_reason_are_written_as_bare_text()
    {
        Assert.Equal("\"assistant\"", JsonSerializer.Serialize(LLMRole.Assistant));
        Assert.Equal("\"length\"", JsonSerializer.Serialize(LLMFinishReason.Length));
    }
}
