using System.Net;
using System.Text;
using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAI.Tests;

/// <summary>Sample data and set-up of these tests.</summary>
internal static class Some
{
    public const string Answer = """
        {"id":"chatcmpl-1","object":"chat.completion","model":"gpt-4.1-mini-2025-04-14","service_tier":"default","choices":[{"index":0,
         "message":{"role":"assistant","content":"Hello","refusal":null,"annotations":[]},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":2006,"completion_tokens":300,"total_tokens":2306,"prompt_tokens_details":{"cached_tokens":1920,"cache_write_tokens":64,"audio_tokens":0},
          "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0}}}
        """;

    public static OpenAIOptions Options() => new() { ApiKey = "sk-of-tests" };

    public static OpenAILLMService Service(HttpMessageHandler server, OpenAIOptions? options = null) =>
        new(new HttpClient(server), options ?? Options(), new TwoClockTimeProvider());

    public static MockHttpMessageHandler Server(string body, int status = 200)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
            new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        return server;
    }

    /// <summary>The message that goes out for a request, its body, and the response's warnings.</summary>
    public static async Task<(HttpRequestMessage Message, string Body, IReadOnlyList<LLMWarning> Warnings)> Sent(
        LLMRequest request, bool stream = false, OpenAIOptions? options = null)
    {
        HttpRequestMessage? sent = null;
        var body = string.Empty;
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Post, "https://api.openai.com/v1/chat/completions").Respond(async message =>
        {
            (sent, body) = (message, await message.Content!.ReadAsStringAsync());
            return new HttpResponseMessage { Content = new StringContent(stream ? "data: {\"choices\":[{}]}\n\ndata: [DONE]\n\n" : Answer) };
        });
        var service = Service(server, options);
        var response = stream ? await service.GenerateStreamAsync(request).ToResponseAsync() : await service.GenerateAsync(request);
        return (sent!, body, response.Warnings);
    }
}
