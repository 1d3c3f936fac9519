using RichardSzalay.MockHttp;
using static JobWise.Llm.Anthropic.Tests.Streaming.Transcript;

namespace JobWise.Llm.Anthropic.Tests.Streaming;

public sealed class StreamFailureTests
{
    [Theory]
    [InlineData("")]
    [InlineData(StopReason)]
    [InlineData("data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" wor")]
    [InlineData("event: ping\ndata: {\"type\":\"ping\"}\n\n")]
    public async Task End_without_its_last_event_is_interrupted(string rest)
    {
        var (text, error) = await ReadText(Start + Hello + rest);

        var interrupted = Assert.IsType<LLMStreamInterruptedException>(error);
        Assert.Equal(
            "anthropic: The stream ended without message_stop, so its answer is incomplete. Ask again, or use what PartialText holds.", interrupted.Message);
        Assert.Equal(("Hello", "Hello", 9), (text, interrupted.PartialText, interrupted.Usage!.PromptTokens));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Start)]
    public async Task End_with_neither_content_nor_a_reason_is_no_answer(string begin)
    {
        var (_, error) = await ReadText(begin + "data: {\"type\":\"message_stop\"}\n\n");

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal("anthropic: The stream ended with neither content nor a stop reason, so it holds no answer.", error.Message);
    }

    [Theory]
    [InlineData(Stop)]
    [InlineData("data: {\"type\":\"message_stop\"}")]
    [InlineData(Stop + "data: {\"type\":\"error\",\"error\":{\"type\":\"api_error\"}}\n\n")]
    [InlineData(Stop + Start)]
    public async Task End_with_its_last_event_is_complete(string end)
    {
        var (text, error) = await ReadText(Start + Hello + end);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Theory]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":\"req_5\"}\n\n", typeof(LLMRateLimitException), "overloaded_error")]
    [InlineData("data: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Oops\"},\"request_id\":\"req_5\"}\n\n", typeof(LLMServerException), "api_error")]
    [InlineData("event: ping\ndata: {\"request_id\":\"req_5\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"No\"},\"type\":\"error\"}\n\n", typeof(LLMInvalidRequestException), "invalid_request_error")]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow\"},\"request_id\":\"req_5\"}\n\n", typeof(LLMRateLimitException), "rate_limit_error")]
    [InlineData("data: {\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: x\"},\"request_id\":\"req_5\"}\n\n", typeof(LLMModelNotFoundException), "not_found_error")]
    [InlineData("event: error\ndata: broken\n\n", typeof(LLMServerException), null)]
    [InlineData("data: {\"type\":\"error\"}\n\n", typeof(LLMServerException), null)]
    public async Task Error_event_at_any_place_is_the_error_it_stands_for(string @event, Type expected, string? code)
    {
        var (_, atOnce) = await ReadText(@event);
        var (text, amid) = await ReadText(Start + Hello + @event + Stop);

        Assert.IsType(expected, atOnce);
        Assert.IsType(expected, amid);
        Assert.Equal(("Hello", "Hello", 9), (text, amid.PartialText, amid.Usage!.PromptTokens));
        Assert.Equal((code, code is null ? null : "req_5"), (amid.ProviderCode, amid.RequestId));
    }

    [Fact]
    public async Task Nothing_is_handed_out_before_the_answer_begins()
    {
        var (updates, error) = await Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Start + Event("""{"type":"error","error":{"type":"overloaded_error"}}"""))));

        Assert.Empty(updates);
        Assert.Equal(9, error!.Usage!.PromptTokens);
    }

    [Fact]
    public async Task Second_start_of_the_same_message_is_passed_over()
    {
        var (text, error) = await ReadText(Start + Hello + Start + Stop);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Fact]
    public async Task Start_of_another_message_inside_an_open_one_is_an_error()
    {
        var (_, error) = await ReadText(Start + Hello + Event("""{"type":"message_start","message":{"id":"msg_2"}}""") + Stop);

        Assert.Equal("anthropic: The stream began a second answer before the first had ended.", Assert.IsType<LLMInvalidResponseException>(error).Message);
        Assert.Equal("Hello", error.PartialText);
    }

    [Theory]
    [InlineData("""{"type":"brand_new","index":0,"delta":{"type":"text_delta","text":"no"}}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{"text":"no"}}}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"no"}}""")]
    [InlineData("""{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"no"}}""")]
    [InlineData("""{"type":"content_block_start","index":7}""")]
    [InlineData("""{"type":"content_block_delta","index":8,"delta":{"type":"input_json_delta","partial_json":"no"}}""")]
    [InlineData("""{"type":"content_block_delta","index":0}""")]
    [InlineData("""{"type":"content_block_stop","index":9}""")]
    [InlineData("""{"type":"message_delta","delta":{},"usage":null}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("{}")]
    [InlineData("[DONE]")]
    [InlineData("")]
    public async Task What_brings_nothing_is_passed_over(string data)
    {
        var (text, error) = await ReadText(Start + Hello + Event(data) + Stop);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Fact]
    public async Task Names_of_events_do_not_matter()
    {
        var (text, error) = await ReadText((Start + Hello + Stop).Replace("event: content_block_delta", "event: ping", StringComparison.Ordinal));

        Assert.Equal(("Hello", null), (text, error));
    }

    [Fact]
    public async Task Arguments_of_server_tools_are_no_tool_call()
    {
        const string Search = """{"type":"content_block_start","index":1,"content_block":{"type":"server_tool_use","id":"s","name":"web_search","input":{}}}""";
        const string Query = """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{}"}}""";

        var (updates, _) = await Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Start + Hello + Event(Search) + Event(Query) + Stop)));

        Assert.DoesNotContain(updates, update => update.ToolCall is not null);
        Assert.Empty(updates[^1].Response!.Message.ToolCalls);
    }

    [Fact]
    public async Task Arguments_that_come_when_the_call_is_opened_are_kept()
    {
        const string Call = """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"f","input":{"a":1}}}""";
        var body = Start + Event(Call) + Event("""{"type":"content_block_stop","index":1}""") + Stop;

        var (updates, _) = await Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)));
        var folded = new LLMStreamAccumulator();
        updates.ForEach(folded.Add);

        Assert.Equal("""{"a":1}""", Assert.Single(folded.ToMessage().ToolCalls).Arguments);
        Assert.Equal("""{"a":1}""", Assert.Single(updates[^1].Response!.Message.ToolCalls).Arguments);
    }

    [Fact]
    public async Task Blocks_whose_pieces_are_mixed_keep_the_text_as_it_came()
    {
        var texts = new[] { (0, "a"), (1, "b"), (0, "c"), (1, "d") }.Select(piece =>
            Event($$$"""{"type":"content_block_delta","index":{{{piece.Item1}}},"delta":{"type":"text_delta","text":"{{{piece.Item2}}}"}}"""));

        var (updates, _) = await Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Start + string.Concat(texts) + Stop)));

        Assert.Equal("abcd", string.Concat(updates.Select(update => update.Text)));
        Assert.Equal("abcd", updates[^1].Response!.Text);
    }

    [Fact]
    public async Task Bad_json_in_an_event_is_an_invalid_response()
    {
        var (_, error) = await ReadText(Start + Hello + Event("{\"type\":") + Stop);

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal("Hello", error.PartialText);
    }

    [Fact]
    public async Task Answer_in_one_piece_is_taken_as_it_is()
    {
        var (text, error) = await ReadText(Some.Answer);

        Assert.Equal(("Hello", null), (text, error));
    }

    [Theory]
    [InlineData("{}", typeof(LLMStreamInterruptedException))]
    [InlineData("""{"type":"error","error":{"type":"authentication_error"}}""", typeof(LLMAuthenticationException))]
    [InlineData("<html>", typeof(LLMInvalidResponseException))]
    [InlineData("", typeof(LLMStreamInterruptedException))]
    public async Task What_is_no_stream_is_told(string body, Type expected)
    {
        var (_, error) = await ReadText(body);

        Assert.IsType(expected, error);
    }

    [Fact]
    public async Task Answer_over_the_cap_is_refused()
    {
        var options = Some.Options();
        options.MaxResponseBytes = 1024;

        var (_, error) = await ReadText(Start + string.Concat(Enumerable.Repeat(Hello, 300)) + Stop, options);

        Assert.Equal("anthropic: The answer is larger than 1024 bytes. Raise MaxResponseBytes if this size is expected.", error!.Message);
    }

    [Fact]
    public async Task Long_answer_that_is_cut_on_its_way_is_a_failed_connection()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond("text/event-stream", Start + Hello);

        var error = await Assert.ThrowsAsync<LLMConnectionException>(() => Some.Service(server).GenerateAsync(Some.Request with { MaxTokens = 30_000 }));

        Assert.Equal(("Hello", true), (error.PartialText, error.IsTransient));
    }

    [Fact]
    public async Task Long_answer_comes_whole()
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond("text/event-stream", Some.Stream);

        var response = await Some.Service(server).GenerateAsync(Some.Request with { MaxTokens = 30_000 });

        Assert.Equal(("Hello", 12, null), (response.Text, response.Usage!.TotalTokens, response.TimeToFirstToken));
    }
}
