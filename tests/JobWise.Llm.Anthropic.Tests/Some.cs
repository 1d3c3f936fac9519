using System.Net;
using System.Text;
using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Anthropic.Tests;

/// <summary>Sample data and set-up of these tests.</summary>
internal static class Some
{
    public const string Model = "claude-haiku-4-5";

    public const string Answer = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-4-5-20251001","content":[{"type":"text","text":"Hello"}],
         "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":3}}
        """;

    public const string Stream = """
        event: message_start
        data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-4-5","content":[],"stop_reason":null,"usage":{"input_tokens":9,"output_tokens":1}}}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":3}}

        event: message_stop
        data: {"type":"message_stop"}


        """;

    public static LLMRequest Request { get; } = LLMRequest.FromPrompt("Hi") with { Model = Model, MaxTokens = 100 };

    public static AnthropicOptions Options() => new() { ApiKey = "key-of-tests-123" };

    public static AnthropicLLMService Service(HttpMessageHandler server, AnthropicOptions? options = null, TimeProvider? time = null) =>
        new(new HttpClient(server), options ?? Options(), time ?? new TwoClockTimeProvider());

    /// <summary>A server that gives one answer to everything.</summary>
    public static MockHttpMessageHandler Server(string body, int status = 200, params (string Name, string Value)[] headers)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });
        return server;
    }

    /// <summary>The message that goes out for a request, its body, and the response's warnings.</summary>
    public static async Task<(HttpRequestMessage Message, string Body, IReadOnlyList<LLMWarning> Warnings)> Sent(
        LLMRequest request, bool stream = false, AnthropicOptions? options = null)
    {
        HttpRequestMessage? sent = null;
        var body = string.Empty;
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Post, "https://api.anthropic.com/v1/messages").Respond(async message =>
        {
            (sent, body) = (message, await message.Content!.ReadAsStringAsync());
            var streams = body.Contains("\"stream\":true", StringComparison.Ordinal);
            return new HttpResponseMessage { Content = new StringContent(streams ? Stream : Answer) };
        });
        var service = Service(server, options);
        var response = stream ? await service.GenerateStreamAsync(request).ToResponseAsync() : await service.GenerateAsync(request);
        return (sent!, body, response.Warnings);
    }

    public static async Task<string> BodyOf(LLMRequest request, AnthropicOptions? options = null) => (await Sent(request, options: options)).Body;

    /// <summary>The exception that a call over this server ends with.</summary>
    public static async Task<LLMServiceException> FailureOf(HttpMessageHandler server, TimeProvider? time = null) =>
        await Assert.ThrowsAnyAsync<LLMServiceException>(() => Service(server, time: time).GenerateAsync(Request));
}
