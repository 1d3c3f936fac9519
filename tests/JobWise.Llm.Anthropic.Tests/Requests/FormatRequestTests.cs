using System.Text.Json;
using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class FormatRequestTests
{
    private static readonly LLMResponseFormat Schema = LLMResponseFormat.JsonSchema(JsonElement.Parse("""{"type":"object"}"""));

    [Fact]
    public async Task Schema_is_the_format_of_the_output_beside_the_effort()
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with
        {
            Model = "claude-sonnet-5-5",
            ResponseFormat = Schema,
            ReasoningEffort = LLMReasoningEffort.Low,
        });

        JsonAssert.Equal(
            """{"effort":"low","format":{"type":"json_schema","schema":{"type":"object"}}}""", JsonNode.Parse(body)!["output_config"]!.ToJsonString());
        Assert.Null(JsonNode.Parse(body)!["system"]);
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Any_object_is_asked_for_in_words_and_reported()
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { SystemMessage = "Be short.", ResponseFormat = LLMResponseFormat.JsonObject });

        Assert.Equal("Be short.\n\nAnswer with one JSON object and nothing else.", (string)JsonNode.Parse(body)!["system"]!);
        Assert.Null(JsonNode.Parse(body)!["output_config"]);
        Assert.Equal(
            ("format_stepped_down", "The model 'claude-haiku-4-5' does not take this response format; the form is described in the system message."),
            (warnings[0].Code, warnings[0].Message));
    }

    [Fact]
    public void Schema_is_described_in_words_to_a_model_without_schemas()
    {
        var model = new LLMModel { Id = "old", Provider = "anthropic", Capabilities = [LLMModelCapability.JsonObject] };
        var tool = new LLMTool { Name = "t", Strict = true };

        var plan = new JobWise.Llm.Wire.MessagesPlanner(_ => model)
            .Plan(Some.Request with { ResponseFormat = Schema, Tools = [tool] }, "old", AnthropicPromptCache.Off);

        Assert.Equal("Answer with one JSON object and nothing else. It must follow this JSON schema: {\"type\":\"object\"}", plan.Instruction);
        Assert.Equal((false, false), (plan.HasSchema, plan.StrictTools));
        Assert.Equal(["option_ignored", "format_stepped_down"], plan.Warnings.Select(warning => warning.Code));
    }
}
