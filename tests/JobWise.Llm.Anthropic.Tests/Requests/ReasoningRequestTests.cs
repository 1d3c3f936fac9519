using System.Text.Json;
using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class ReasoningRequestTests
{
    private const string Thinking = """{"type":"thinking","thinking":"Hm.","signature":"c2ln","more":1}""";
    private const string Redacted = """{"type":"redacted_thinking","data":"ZGF0YQ=="}""";

    [Fact]
    public async Task Reasoning_of_ours_goes_back_as_it_came()
    {
        var answer = LLMMessage.Of(
            LLMRole.Assistant,
            new LLMReasoningPart { Text = "Hm.", ProviderBlob = JsonElement.Parse(Thinking) },
            new LLMReasoningPart { ProviderBlob = JsonElement.Parse(Redacted) },
            new LLMTextPart { Text = "Yes." });

        var (_, body, warnings) = await Some.Sent(new LLMRequest { Model = Some.Model, Messages = [LLMMessage.User("?"), answer, LLMMessage.User("!")] });

        JsonAssert.Equal(
            $$"""[{{Thinking}},{{Redacted}},{"type":"text","text":"Yes."}]""", JsonNode.Parse(body)!["messages"]![1]!["content"]!.ToJsonString());
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7")]
    [InlineData("""{"type":"summary"}""")]
    public async Task Reasoning_of_another_provider_is_left_out_and_reported(string? blob)
    {
        var reasoning = new LLMReasoningPart { Text = "Hm.", ProviderBlob = blob is null ? null : JsonElement.Parse(blob) };
        var answer = LLMMessage.Of(LLMRole.Assistant, reasoning, new LLMTextPart { Text = "Yes." });

        var (_, body, warnings) = await Some.Sent(new LLMRequest { Model = Some.Model, Messages = [LLMMessage.User("?"), answer, LLMMessage.User("!")] });

        JsonAssert.Equal("\"Yes.\"", JsonNode.Parse(body)!["messages"]![1]!["content"]!.ToJsonString());
        Assert.Equal("Anthropic takes back no reasoning of another provider; it was left out.", Assert.Single(warnings).Message);
    }
}
