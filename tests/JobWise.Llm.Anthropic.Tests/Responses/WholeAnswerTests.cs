using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Responses;

public sealed class WholeAnswerTests
{
    [Fact]
    public async Task Answer_is_read_with_every_fact()
    {
        const string Body = """
            {"id":"msg_7","type":"message","role":"assistant","model":"claude-opus-5-20260701","content":[
              {"type":"thinking","thinking":"Hm.","signature":"c2ln"},
              {"type":"redacted_thinking","data":"ZGF0YQ=="},
              {"type":"text","text":"I "},{"type":"server_tool_use","id":"s1","name":"web_search","input":{"q":"x"}},{"type":"text","text":"look."},
              {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city": "Ulm"}}],
             "stop_reason":"tool_use","stop_sequence":null,
             "usage":{"input_tokens":100,"cache_read_input_tokens":2000,"cache_creation_input_tokens":300,"output_tokens":50,"service_tier":"priority","output_tokens_details":{"thinking_tokens":31},
                      "cache_creation":{"ephemeral_5m_input_tokens":300,"ephemeral_1h_input_tokens":0}}}
            """;

        var response = await Answer(Body, ("request-id", "req_9"));

        Assert.Equal(("I look.", "anthropic", "claude-opus-5-20260701", LLMFinishReason.ToolCalls), (response.Text, response.Provider, response.Model, response.FinishReason));
        Assert.Equal(("req_9", "msg_7", "priority"), (response.RequestId, response.ResponseId, response.ServiceTier));
        Assert.Equal(
            new LLMUsage { PromptTokens = 2400, CompletionTokens = 50, TotalTokens = 2450, CachedTokens = 2000, CacheWriteTokens = 300, ReasoningTokens = 31 }, response.Usage);
        Assert.Equal(new LLMToolCallPart { Id = "toolu_1", Name = "weather", Arguments = """{"city": "Ulm"}""" }, Assert.Single(response.Message.ToolCalls));
        var thoughts = response.Message.Parts.OfType<LLMReasoningPart>().ToList();
        Assert.Equal(["Hm.", string.Empty], thoughts.Select(thought => thought.Text));
        JsonAssert.Equal("""{"type":"thinking","thinking":"Hm.","signature":"c2ln"}""", thoughts[0].ProviderBlob!.Value.GetRawText());
        JsonAssert.Equal("""{"type":"redacted_thinking","data":"ZGF0YQ=="}""", thoughts[1].ProviderBlob!.Value.GetRawText());
    }

    [Fact]
    public async Task Tokens_kept_for_an_hour_are_told_apart_and_priced_so()
    {
        var response = await Answer("""
            {"model":"claude-opus-5","content":[],"usage":{"input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":1000000,
             "cache_creation":{"ephemeral_5m_input_tokens":600000,"ephemeral_1h_input_tokens":400000}}}
            """);

        var cost = new LLMPriceBook().Price(LLMPricedCall.Of(response, new DateOnly(2026, 11, 24)));

        Assert.Equal(400_000, response.Usage!.CacheWriteTokensByKind["1h"]);
        Assert.Equal((0.6m * 6.25m) + (0.4m * 10m), cost.Usd);
    }

    [Theory]
    [InlineData("\"end_turn\"", "stop")]
    [InlineData("\"stop_sequence\"", "stop")]
    [InlineData("\"max_tokens\"", "length")]
    [InlineData("\"model_context_window_exceeded\"", "length")]
    [InlineData("\"tool_use\"", "tool_calls")]
    [InlineData("\"refusal\"", "content_filter")]
    [InlineData("\"pause_turn\"", "pause_turn")]
    [InlineData("\"brand_new\"", "brand_new")]
    [InlineData("null", "unknown")]
    public async Task Stop_reason_is_ours_or_passes_through(string wire, string expected)
    {
        var response = await Answer($$"""{"content":[],"stop_reason":{{wire}}}""");

        Assert.Equal(expected, response.FinishReason.Value);
    }

    [Theory]
    [InlineData("{}", null, null, null)]
    [InlineData("null", null, null, null)]
    [InlineData("""{"input_tokens":-1,"output_tokens":3}""", null, 3, null)]
    [InlineData("""{"input_tokens":1e400,"output_tokens":3}""", null, 3, null)]
    [InlineData("""{"input_tokens":5,"cache_read_input_tokens":null,"output_tokens":null}""", 5, null, null)]
    [InlineData("""{"input_tokens":"5","output_tokens":"3"}""", 5, 3, 8)]
    [InlineData("""{"input_tokens":2147483647,"cache_read_input_tokens":9,"output_tokens":3}""", null, 3, null)]
    public async Task Usage_that_is_unknown_or_absurd_is_null(string usage, int? prompt, int? completion, int? total)
    {
        var response = await Answer($$"""{"content":[],"usage":{{usage}}}""");

        Assert.Equal((prompt, completion, total), (response.Usage?.PromptTokens, response.Usage?.CompletionTokens, response.Usage?.TotalTokens));
        Assert.Null(response.Usage?.CacheWriteTokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"content":"text"}""")]
    [InlineData("""{"content":[""")]
    [InlineData("""{"content":[{"type":"text","text":"\ud800"}]}""")]
    public async Task What_is_no_answer_is_an_invalid_response(string body)
    {
        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Answer(body));

        Assert.StartsWith("anthropic: The answer", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":[7,null,[],{"type":"text"},{"type":"text","text":"ok"},{"type":"tool_use"},{}],"type":"message"}""", "ok", 1)]
    [InlineData("""{"content":[{"text":"first","type":"text","citations":[{"type":"char_location"}]}]}""", "first", 0)]
    public async Task Blocks_of_wrong_forms_are_passed_over(string body, string text, int calls)
    {
        var response = await Answer(body);

        Assert.Equal((text, calls), (response.Text, response.Message.ToolCalls.Count()));
    }

    [Fact]
    public async Task Error_in_an_answer_of_status_200_is_the_error_it_stands_for()
    {
        var error = await Assert.ThrowsAsync<LLMRateLimitException>(
            () => Answer("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_3"}"""));

        Assert.Equal(("overloaded_error", "req_3", true), (error.ProviderCode, error.RequestId, error.IsTransient));
    }

    private static Task<LLMResponse> Answer(string body, params (string Name, string Value)[] headers) =>
        Some.Service(Some.Server(body, headers: headers)).GenerateAsync(Some.Request);
}
