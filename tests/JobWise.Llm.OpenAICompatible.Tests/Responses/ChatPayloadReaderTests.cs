using System.Text;
using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Responses;

public sealed class ChatPayloadReaderTests
{
    [Fact]
    public void Read_content_in_parts_is_joined()
    {
        var payload = Read("""
            {"choices":[{"message":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"text","text":"One "},{"type":"odd","x":1},"two"]}}]}
            """);

        Assert.Equal(("One two", "Hm."), (payload.Text, payload.Reasoning));
    }

    [Fact]
    public void Read_tool_calls_keep_invalid_and_unusual_arguments_as_text()
    {
        var payload = Read("""
            {"choices":[{"message":{"content":null,"tool_calls":[
              {"function":{"name":"a","arguments":"{broken"},"id":"1"},{"id":"2","index":4,"function":{"arguments":{"x": [1, 2]},"name":"b"}}]},"finish_reason":"tool_calls"}]}
            """);

        Assert.Equal([(-1, "1", "a", "{broken"), (4, "2", "b", "{\"x\": [1, 2]}")], payload.ToolCalls.Select(call => (call.Index, call.Id!, call.Name!, call.Arguments)));
    }

    [Fact]
    public void Read_only_the_choice_of_index_0_counts()
    {
        var payload = Read("""{"choices":[{"message":{"content":"second"},"index":1},{"message":{"content":"first"},"index":0}]}""");

        Assert.Equal("first", payload.Text);
    }

    [Fact]
    public void Read_usage_with_details_and_times_is_whole()
    {
        var payload = Read("""
            {"usage":{"prompt_tokens":"100","completion_tokens":20,"total_tokens":120,"queue_time":0.5,"prompt_time":0.25,"completion_time":2,
             "prompt_tokens_details":{"cached_tokens":64,"cache_write_tokens":8,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":5}}}
            """);

        Assert.Equal(
            new LLMUsage
            {
                PromptTokens = 100,
                CompletionTokens = 20,
                TotalTokens = 120,
                CachedTokens = 64,
                CacheWriteTokens = 8,
                ReasoningTokens = 5,
                QueueTime = TimeSpan.FromSeconds(0.5),
                PromptTime = TimeSpan.FromSeconds(0.25),
                CompletionTime = TimeSpan.FromSeconds(2),
            },
            payload.Usage);
    }

    [Theory]
    [InlineData("""{"usage":null}""")]
    [InlineData("""{"usage":{"prompt_tokens":-5}}""")]
    [InlineData("""{"usage":{"prompt_tokens":1e400}}""")]
    [InlineData("""{"usage":{"prompt_tokens":"many"}}""")]
    [InlineData("""{"usage":{"prompt_tokens":99999999999}}""")]
    [InlineData("""{"usage":[1]}""")]
    public void Read_absurd_usage_is_unknown(string json) => Assert.Null(Read(json).Usage);

    [Fact]
    public void Read_missing_counts_stay_null_and_are_no_zero()
    {
        var usage = Read("""{"usage":{"completion_tokens":3}}""").Usage!;

        Assert.Equal((null, 3, null, null), (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedTokens));
    }

    [Theory]
    [InlineData("""{"error":{"message":"m","type":"t","code":"c"}}""", "m", "t", "c")]
    [InlineData("""{"error":"m"}""", "m", null, null)]
    [InlineData("""[{"error":{"message":"m","code":"c"}}]""", "m", null, "c")]
    [InlineData("""{"error":[{"message":"m"}]}""", "m", null, null)]
    [InlineData("""{"choices":[],"x_groq":{"id":"r","error":"m"}}""", "m", null, null)]
    [InlineData("""{"choices":[{"index":0,"error":{"message":"m","code":502}}]}""", "m", null, "502")]
    public void Read_error_in_any_form_is_found(string json, string message, string? type, string? code)
    {
        var error = Read(json).Error!;

        Assert.Equal((message, type, code), (error.Message, error.Type, error.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"cut")]
    [InlineData("{}{}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud800\"}}]}")]
    [InlineData("<html></html>")]
    public void Read_what_is_no_answer_is_a_format_error(string json) => Assert.Throws<WireFormatException>(() => Read(json));

    [Fact]
    public void Read_invalid_utf8_is_a_format_error()
    {
        byte[] json = [.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Throws<WireFormatException>(() => ChatPayloadReader.Read(json, new ChatPayload()));
    }

    [Fact]
    public void Read_deep_nesting_is_a_format_error() =>
        Assert.Throws<WireFormatException>(() => Read(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));

    private static ChatPayload Read(string json)
    {
        var payload = new ChatPayload();
        ChatPayloadReader.Read(Encoding.UTF8.GetBytes(json), payload);
        return payload;
    }
}
