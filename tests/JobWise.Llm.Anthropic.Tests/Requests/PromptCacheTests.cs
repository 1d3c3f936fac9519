using System.Text.Json.Nodes;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Requests;

public sealed class PromptCacheTests
{
    private static readonly LLMTool[] Tools = [new() { Name = "a" }, new() { Name = "b" }];

    [Theory]
    [InlineData(AnthropicPromptCache.FiveMinutes, "5m")]
    [InlineData(AnthropicPromptCache.OneHour, "1h")]
    public async Task Mark_stands_at_the_end_of_the_system_message_and_before_what_changes(AnthropicPromptCache cache, string life)
    {
        var body = await BodyOf(cache, Some.Request with { SystemMessage = "Be short.", Tools = Tools, ResponseFormat = LLMResponseFormat.JsonObject });

        JsonAssert.Equal(
            $$$"""
            [{"type":"text","text":"Be short.","cache_control":{"type":"ephemeral","ttl":"{{{life}}}"}},
             {"type":"text","text":"Answer with one JSON object and nothing else."}]
            """,
            body["system"]!.ToJsonString());
        Assert.All(body["tools"]!.AsArray(), tool => Assert.Null(tool!["cache_control"]));
    }

    [Fact]
    public async Task Mark_stands_at_the_last_tool_where_there_is_no_system_message()
    {
        var body = await BodyOf(AnthropicPromptCache.FiveMinutes, Some.Request with { Tools = Tools });

        Assert.Null(body["tools"]![0]!["cache_control"]);
        JsonAssert.Equal("""{"type":"ephemeral","ttl":"5m"}""", body["tools"]![1]!["cache_control"]!.ToJsonString());
    }

    [Fact]
    public async Task No_mark_where_nothing_is_shared()
    {
        var body = await BodyOf(AnthropicPromptCache.OneHour, Some.Request);

        Assert.DoesNotContain("cache_control", body.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> BodyOf(AnthropicPromptCache cache, LLMRequest request)
    {
        var options = Some.Options();
        options.PromptCache = cache;
        return JsonNode.Parse(await Some.BodyOf(request, options))!;
    }
}
