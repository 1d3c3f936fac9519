using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests;

/// <summary>Sample data and set-up of these tests.</summary>
internal static class Some
{
    public const string BaseUrl = "https://models.example/v1";
    public const string Model = "some-model";
    public const string Key = "key-of-tests-123";

    public const string Answer = """
        {"id":"cmpl-1","object":"chat.completion","model":"some-model-0711",
         "choices":[{"index":0,"message":{"role":"assistant","content":"Hello, world"},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}
        """;

    public static OpenAICompatibleOptions Options(string? apiKey = Key) =>
        new() { BaseUrl = new Uri(BaseUrl), ApiKey = apiKey, DefaultModel = Model };

    public static OpenAICompatibleLLMService Service(
        HttpMessageHandler handler, OpenAICompatibleOptions? options = null, TimeProvider? time = null) =>
        new(new HttpClient(handler), options ?? Options(), time ?? new TwoClockTimeProvider());

    public static OpenAICompatibleLLMService Service(
        HttpMessageHandler handler, OpenAIDialect dialect, OpenAICompatibleOptions? options = null) =>
        OpenAICompatibleLLMService.Create(dialect, new HttpClient(handler), options ?? Options(), new TwoClockTimeProvider());

    /// <summary>A server that gives one answer to everything.</summary>
    public static MockHttpMessageHandler Server(string body, int status = 200, string mediaType = "application/json", (string Name, string Value)[]? headers = null)
    {
        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage((System.Net.HttpStatusCode)status)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType),
            };
            foreach (var (name, value) in headers ?? [])
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });
        return server;
    }

    /// <summary>What the service sends for a request.</summary>
    public static async Task<string> BodyOf(LLMRequest request, OpenAIDialect? dialect = null, bool stream = false)
    {
        string? sent = null;
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(async message =>
        {
            sent = await message.Content!.ReadAsStringAsync();
            return new HttpResponseMessage { Content = new StringContent(stream ? "data: {\"choices\":[{}]}\n\ndata: [DONE]\n\n" : Answer) };
        });
        var service = Service(server, dialect ?? OpenAIDialect.Compatible);
        _ = stream ? await service.GenerateStreamAsync(request).ToResponseAsync() : await service.GenerateAsync(request);
        return sent!;
    }

    /// <summary>The exception that a call over this server ends with.</summary>
    public static async Task<LLMServiceException> FailureOf(HttpMessageHandler server, OpenAIDialect? dialect = null) =>
        await Assert.ThrowsAnyAsync<LLMServiceException>(() => Service(server, dialect ?? OpenAIDialect.Compatible).GenerateAsync(LLMRequest.FromPrompt("Hi")));
}
