using System.Text.Json;
using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class ToolRequestTests
{
    private static readonly LLMTool Weather = new()
    {
        Name = "weather",
        Description = "Looks.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}"""),
        Strict = true,
    };

    public static TheoryData<LLMToolChoice?, bool?, string?> Choices => new()
    {
        { null, null, null },
        { null, true, null },
        { null, false, """{"type":"auto","disable_parallel_tool_use":true}""" },
        { LLMToolChoice.Auto, null, """{"type":"auto"}""" },
        { LLMToolChoice.None, false, """{"type":"none"}""" },
        { LLMToolChoice.Required, null, """{"type":"any"}""" },
        { LLMToolChoice.Tool("weather"), false, """{"type":"tool","name":"weather","disable_parallel_tool_use":true}""" },
    };

    [Fact]
    public async Task Tools_have_a_schema_even_without_arguments()
    {
        var body = await Some.BodyOf(Some.Request with { Tools = [Weather, new LLMTool { Name = "now" }] });

        JsonAssert.Equal(
            """
            [{"name":"weather","description":"Looks.","input_schema":{"type":"object","properties":{"city":{"type":"string"}}},"strict":true},
             {"name":"now","input_schema":{"type":"object"}}]
            """,
            JsonNode.Parse(body)!["tools"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Choices), DisableDiscoveryEnumeration = true)]
    public async Task Choice_and_parallel_calls_are_one_field(LLMToolChoice? choice, bool? parallel, string? expected)
    {
        var body = await Some.BodyOf(Some.Request with { Tools = [Weather], ToolChoice = choice, ParallelToolCalls = parallel });

        JsonAssert.Equal(expected ?? "null", JsonNode.Parse(body)!["tool_choice"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task Choice_that_a_model_refuses_is_left_to_it_and_reported()
    {
        var (_, body, warnings) = await Some.Sent(Some.Request with { Model = "claude-opus-5-5", Tools = [Weather], ToolChoice = LLMToolChoice.Required });

        JsonAssert.Equal("""{"type":"auto"}""", JsonNode.Parse(body)!["tool_choice"]!.ToJsonString());
        Assert.Equal(
            ("option_ignored", "ToolChoice", "The model 'claude-opus-5-5' cannot be made to call a tool; it was left to choose. Ask for the tool in the prompt."),
            (warnings[0].Code, warnings[0].Option, warnings[0].Message));
    }

    [Fact]
    public async Task Conversation_results_go_into_the_next_user_turn_and_first()
    {
        var body = await Some.BodyOf(new LLMRequest
        {
            Model = Some.Model,
            Messages =
            [
                LLMMessage.User("Weather?"),
                LLMMessage.Of(
                    LLMRole.Assistant,
                    new LLMTextPart { Text = "I look." },
                    new LLMToolCallPart { Id = "a", Name = "weather", Arguments = """{"city":"Ulm"}""" },
                    new LLMToolCallPart { Id = "b", Name = "weather", Arguments = "{\"city\":" }),
                LLMMessage.User("Hurry."),
                LLMMessage.ToolResult("a", "sun"),
                LLMMessage.ToolResult("b", "no city"),
            ],
        });

        JsonAssert.Equal(
            """
            [{"role":"user","content":"Weather?"},
             {"role":"assistant","content":[{"type":"text","text":"I look."},
               {"type":"tool_use","id":"a","name":"weather","input":{"city":"Ulm"}},
               {"type":"tool_use","id":"b","name":"weather","input":{"invalid_json":"{\"city\":"}}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"sun"},{"type":"tool_result","tool_use_id":"b","content":"no city"},
               {"type":"text","text":"Hurry."}]}]
            """,
            JsonNode.Parse(body)!["messages"]!.ToJsonString());
    }
}
