using System.Net;
using System.Text;
using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Groq.Tests;

/// <summary>Sample data and set-up of these tests.</summary>
internal static class Some
{
    public const string Key = "gsk_of_tests";

    public const string Answer = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1763980000,"model":"openai/gpt-oss-120b","choices":[{"index":0,
         "message":{"role":"assistant","content":"Hello","reasoning":"They greet."},"logprobs":null,"finish_reason":"stop"}],
         "usage":{"queue_time":0.08,"prompt_tokens":80,"prompt_time":0.01,"completion_tokens":12,"completion_time":0.5,"total_tokens":92,"total_time":0.51,
          "prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":5}},
         "usage_breakdown":null,"system_fingerprint":"fp_1","x_groq":{"id":"req_01","seed":7,"usage":{"dram_cached_tokens":0,"sram_cached_tokens":0}},
         "service_tier":"on_demand"}
        """;

    public static GroqLLMService Service(HttpMessageHandler server, GroqOptions? options = null) =>
        new(new HttpClient(server), options ?? new GroqOptions { ApiKey = Key }, new TwoClockTimeProvider());

    /// <summary>A server that gives one answer to everything.</summary>
    public static MockHttpMessageHandler Server(string body, int status = 200, params (string Name, string Value)[] headers)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in headers)
            {
                response.Headers.Add(name, value);
            }

            return response;
        });
        return server;
    }

    /// <summary>The body that goes out for a request, and the response's warnings.</summary>
    public static async Task<(string Body, IReadOnlyList<LLMWarning> Warnings)> Sent(LLMRequest request, bool stream = false)
    {
        var body = string.Empty;
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Post, "https://api.groq.com/openai/v1/chat/completions").Respond(async message =>
        {
            body = await message.Content!.ReadAsStringAsync();
            return new HttpResponseMessage { Content = new StringContent(stream ? "data: {\"choices\":[{}]}\n\ndata: [DONE]\n\n" : Answer) };
        });
        var service = Service(server);
        var response = stream ? await service.GenerateStreamAsync(request).ToResponseAsync() : await service.GenerateAsync(request);
        return (body, response.Warnings);
    }

    public static async Task<TError> FailureOf<TError>(MockHttpMessageHandler server, string? model = null)
        where TError : LLMServiceException =>
        await Assert.ThrowsAsync<TError>(() => Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi") with { Model = model }));
}
