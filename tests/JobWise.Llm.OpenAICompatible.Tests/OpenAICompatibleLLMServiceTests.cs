using System.Net.Http.Headers;
using JobWise.Llm.TestKit;
using JobWise.Llm.Wire;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests;

public sealed class OpenAICompatibleLLMServiceTests
{
    [Fact]
    public async Task GenerateAsync_answer_returns_text_model_reason_and_usage()
    {
        using var server = Some.Server(Some.Answer, headers: [("x-request-id", "req-7")]);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal("Hello, world", response.Text);
        Assert.Equal("some-model-0711", response.Model);
        Assert.Equal("openai_compatible", response.Provider);
        Assert.Equal(LLMFinishReason.Stop, response.FinishReason);
        Assert.Equal(new LLMUsage { PromptTokens = 9, CompletionTokens = 3, TotalTokens = 12 }, response.Usage);
        Assert.Equal(("req-7", "cmpl-1"), (response.RequestId, response.ResponseId));
        Assert.Empty(response.Warnings);
    }

    [Fact]
    public async Task GenerateAsync_sends_to_chat_completions_with_key_and_agent()
    {
        HttpRequestHeaders? headers = null;
        using var server = new MockHttpMessageHandler();
        server.Expect(HttpMethod.Post, "https://models.example/v1/chat/completions").Respond(request =>
        {
            headers = request.Headers;
            return new HttpResponseMessage { Content = new StringContent(Some.Answer) };
        });

        await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        server.VerifyNoOutstandingExpectation();
        Assert.Equal("Bearer key-of-tests-123", headers!.Authorization!.ToString());
        Assert.Matches(@"^JobWise\.Llm/\d+\.\d+\.\d+$", headers.UserAgent.ToString());
    }

    [Fact]
    public async Task GenerateAsync_without_a_model_anywhere_names_the_option()
    {
        var service = new OpenAICompatibleLLMService(new HttpClient(), new OpenAICompatibleOptions { BaseUrl = new Uri(Some.BaseUrl) });

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => service.GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal("No model is named. Set LLMRequest.Model, or JobWise:Llm:Providers:local:DefaultModel for all calls.", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_times_the_call_with_the_given_clock()
    {
        var time = new TwoClockTimeProvider();
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(3));
            return new HttpResponseMessage { Content = new StringContent(Some.Answer) };
        });

        var response = await Some.Service(server, time: time).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(TimeSpan.FromSeconds(3), response.GenerationTime);
        Assert.Null(response.TimeToFirstToken);
    }

    [Fact]
    public void Metadata_names_vendor_instance_endpoint_and_model()
    {
        var service = Some.Service(new MockHttpMessageHandler());

        Assert.Equal(
            new LLMServiceMetadata
            {
                ProviderName = "openai_compatible",
                InstanceName = "local",
                Endpoint = new Uri(Some.BaseUrl),
                Account = KeyFingerprint.Of(Some.Key),
                DefaultModel = Some.Model,
            },
            service.Metadata);
    }
}
