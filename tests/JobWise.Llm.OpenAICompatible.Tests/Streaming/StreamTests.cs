using System.Net.Http.Headers;
using System.Text;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Streaming;

public sealed class StreamTests
{
    private const string Transcript = """
        : hello

        data: {"id":"c1","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

        data: {"id":"c1","model":"m-1","choices":[{"index":0,"delta":{"reasoning_content":"Hm."}}]}

        data: {"id":"c1","model":"m-1","choices":[{"index":0,"delta":{"content":"Zürich "}}]}

        data: {"id":"c1","model":"m-1","choices":[{"index":0,"delta":{"content":"🎉"}}]}

        data: {"id":"c1","model":"m-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"id":"c1","model":"m-1","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":4,"total_tokens":9}}

        data: [DONE]


        """;

    [Fact]
    public async Task GenerateStreamAsync_transcript_yields_typed_updates_in_order()
    {
        var updates = await Updates(Encoding.UTF8.GetBytes(Transcript), [("x-ratelimit-remaining-tokens", "77")]);

        Assert.Equal(
            [LLMStreamUpdateKind.Reasoning, LLMStreamUpdateKind.RateLimits, LLMStreamUpdateKind.Text, LLMStreamUpdateKind.Text, LLMStreamUpdateKind.Usage, LLMStreamUpdateKind.Completed],
            updates.Select(update => update.Kind));
        Assert.Equal("Zürich 🎉", updates[^1].Response!.Text);
        Assert.Equal("m-1", updates[^1].Response!.Model);
        Assert.Equal(9, updates[^1].Response!.Usage!.TotalTokens);
        Assert.Equal(77, updates[^1].Response!.RateLimits!.TokensRemaining);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task GenerateStreamAsync_split_at_every_byte_gives_the_same_answer(string lineEnd)
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + Transcript.ReplaceLineEndings(lineEnd));

        for (var split = 1; split < bytes.Length; split++)
        {
            var response = (await Updates(new PiecewiseStream(bytes, split)))[^1].Response!;

            Assert.Equal("Zürich 🎉", response.Text);
            Assert.Equal(LLMFinishReason.Stop, response.FinishReason);
            Assert.Equal(9, response.Usage!.TotalTokens);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task GenerateStreamAsync_one_byte_at_a_time_gives_the_same_answer(string lineEnd)
    {
        var bytes = Encoding.UTF8.GetBytes(Transcript.ReplaceLineEndings(lineEnd));

        var updates = await Updates(new PiecewiseStream(bytes, 1, all: true));

        Assert.Equal("Zürich 🎉", updates[^1].Response!.Text);
    }

    [Fact]
    public async Task GenerateStreamAsync_last_event_without_its_blank_line_is_read_once()
    {
        var body = Encoding.UTF8.GetBytes("""data: {"choices":[{"delta":{"content":"once"},"finish_reason":"stop"}]}""");

        var updates = await Updates(body);

        Assert.Equal([LLMStreamUpdateKind.Text, LLMStreamUpdateKind.Completed], updates.Select(update => update.Kind));
        Assert.Equal("once", updates[^1].Response!.Text);
    }

    private static Task<List<LLMStreamUpdate>> Updates(byte[] body, (string Name, string Value)[]? headers = null) =>
        Updates(new MemoryStream(body), headers);

    private static async Task<List<LLMStreamUpdate>> Updates(Stream body, (string Name, string Value)[]? headers = null)
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
            foreach (var (name, value) in headers ?? [])
            {
                response.Headers.Add(name, value);
            }

            return response;
        });
        List<LLMStreamUpdate> updates = [];
        await foreach (var update in Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")))
        {
            updates.Add(update);
        }

        return updates;
    }
}
