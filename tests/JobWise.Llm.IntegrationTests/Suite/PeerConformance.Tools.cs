using System.Text.Json;
using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests;

public abstract partial class PeerConformance
{
    private const string WeatherQuestion = "Is it cold in Oslo?";

    private static readonly LLMTool WeatherTool = new()
    {
        Name = "get_weather",
        Description = "The temperature in a city.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""),
    };

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateAsync_calls_a_tool_and_takes_its_result(CallPath path)
    {
        var service = Create(path);
        var question = Ask(WeatherQuestion) with { Tools = [WeatherTool] };
        var asked = await service.GenerateAsync(question);

        var answered = await service.GenerateAsync(WithResult(asked.Message));

        AssertCallsTheTool(asked);
        Assert.Equal("Yes, three degrees below zero.", answered.Text);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task GenerateStreamAsync_calls_a_tool_and_takes_its_result(CallPath path)
    {
        var service = Create(path);
        var updates = await ReadAsync(service.GenerateStreamAsync(Ask(WeatherQuestion) with { Tools = [WeatherTool] }));
        var asked = updates[^1].Response!;

        var answered = await service.GenerateStreamAsync(WithResult(asked.Message)).ToResponseAsync();

        AssertCallsTheTool(asked);
        Assert.True(updates.Count(update => update.ToolCall is not null) > 1, "The call came in one piece.");
        Assert.Equal("Yes, three degrees below zero.", answered.Text);
    }

    private LLMRequest WithResult(LLMMessage call) => new()
    {
        Messages = [LLMMessage.User(WeatherQuestion), call, LLMMessage.ToolResult("call_oslo_1", """{"degrees":-3}""")],
        Tools = [WeatherTool],
        Model = Model,
    };

    private static void AssertCallsTheTool(LLMResponse response)
    {
        var call = Assert.Single(response.Message.ToolCalls);
        Assert.Equal(("call_oslo_1", "get_weather", """{"city":"Oslo"}"""), (call.Id, call.Name, call.Arguments));
        Assert.Equal(LLMFinishReason.ToolCalls, response.FinishReason);
    }
}
