using System.Text;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Streaming;

public sealed class StreamTests
{
    private const string Whole = """
        event: message_start
        data: {"type":"message_start","message":{"id":"msg_1","model":"claude-opus-5","content":[],"stop_reason":null,"usage":{"input_tokens":10,"cache_read_input_tokens":5,"cache_creation_input_tokens":0,"output_tokens":1,"service_tier":"standard"}}}

        event: ping
        data: {"type":"ping"}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"H"}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"m."}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: content_block_start
        data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"ZGF0YQ=="}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":1}

        event: content_block_start
        data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Zürich "}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"🎉"}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":2}

        event: content_block_start
        data: {"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"toolu_1","name":"weather","input":{}}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\"city\":\"Ulm\"}"}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":3}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"input_tokens":11,"output_tokens":42}}

        event: message_stop
        data: {"type":"message_stop"}


        """;

    [Fact]
    public async Task Transcript_yields_typed_updates_in_order()
    {
        var (updates, error) = await Transcript.Read(Bytes(Whole), headers: ("anthropic-ratelimit-tokens-remaining", "77"));

        Assert.Null(error);
        Assert.Equal(
            "Reasoning Usage Reasoning RateLimits Reasoning Reasoning Text Text ToolCall ToolCall ToolCall Usage Completed",
            string.Join(' ', updates.Select(update => update.Kind)));
        Assert.Equal((16, 42, 58, 5), Counts(updates[^1].Response!.Usage!));
        Assert.Equal(77, updates[^1].Response!.RateLimits!.TokensRemaining);
    }

    [Fact]
    public async Task Response_holds_every_block_in_its_place_with_its_signature()
    {
        var (updates, _) = await Transcript.Read(Bytes(Whole));

        var response = updates[^1].Response!;
        Assert.Equal(
            [typeof(LLMReasoningPart), typeof(LLMReasoningPart), typeof(LLMTextPart), typeof(LLMToolCallPart)],
            response.Message.Parts.Select(part => part.GetType()));
        JsonAssert.Equal("""{"type":"thinking","thinking":"Hm.","signature":"c2ln"}""", Blob(response, 0));
        JsonAssert.Equal("""{"type":"redacted_thinking","data":"ZGF0YQ=="}""", Blob(response, 1));
        Assert.Equal(("Zürich 🎉", "claude-opus-5", "msg_1", "standard"), (response.Text, response.Model, response.ResponseId, response.ServiceTier));
        Assert.Equal(new LLMToolCallPart { Id = "toolu_1", Name = "weather", Arguments = """{"city":"Ulm"}""" }, response.Message.Parts[3]);
        Assert.Equal(LLMFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task Answer_can_be_appended_to_the_next_request()
    {
        var (updates, _) = await Transcript.Read(Bytes(Whole));

        var (_, body, warnings) = await Some.Sent(new LLMRequest
        {
            Model = Some.Model,
            Messages = [LLMMessage.User("?"), updates[^1].Response!.Message, LLMMessage.ToolResult("toolu_1", "sun")],
        });

        Assert.Contains("""{"type":"thinking","thinking":"Hm.","signature":"c2ln"}""", body, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task Split_at_every_byte_it_gives_the_same_answer(string lineEnd)
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + Whole.ReplaceLineEndings(lineEnd));

        for (var split = 1; split < bytes.Length; split += 3)
        {
            var (updates, _) = await Transcript.Read(new PiecewiseStream(bytes, split));

            Assert.Equal("Zürich 🎉", updates[^1].Response!.Text);
            Assert.Equal((16, 42, 58, 5), Counts(updates[^1].Response!.Usage!));
        }
    }

    [Fact]
    public async Task One_byte_at_a_time_it_gives_the_same_answer()
    {
        var (updates, _) = await Transcript.Read(new PiecewiseStream(Encoding.UTF8.GetBytes(Whole), 1, all: true));

        Assert.Equal("Zürich 🎉", updates[^1].Response!.Text);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Blob(LLMResponse response, int part) => ((LLMReasoningPart)response.Message.Parts[part]).ProviderBlob!.Value.GetRawText();

    private static (int? Prompt, int? Completion, int? Total, int? Cached) Counts(LLMUsage usage) =>
        (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedTokens);
}
