using System.Net;
using JobWise.Llm.Conformance.Suite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace JobWise.Llm.Conformance.Refusals;

/// <summary>Output that Groq refuses belongs to the JSON layer: from the wire through the whole pipeline it is never sent again by itself.</summary>
public sealed class RefusedGenerationTests
{
    private const string Good = """{"choices":[{"message":{"role":"assistant","content":"{\"city\":\"Oslo\",\"degrees\":7}"},"finish_reason":"stop"}]}""";

    [Theory]
    [InlineData("json_validate_failed")]
    [InlineData("tool_use_failed")]
    public async Task GenerateJsonAsync_refused_text_that_can_be_mended_is_sent_once(string code)
    {
        using var vendor = new RefusingVendor(Refusal(code, """{\"city\":\"Oslo\",\"degrees\":7,}"""), Good);
        await using var services = Create(vendor);

        var answer = await AskAsync(services);

        Assert.Equal(("Oslo", 1), (answer.Value.City, vendor.Sent));
        Assert.Equal(["failed_generation", "trailing_comma"], answer.Repairs);
    }

    [Theory]
    [InlineData("json_validate_failed")]
    [InlineData("tool_use_failed")]
    public async Task GenerateJsonAsync_refused_text_that_cannot_be_mended_is_asked_for_once_more_with_its_error(string code)
    {
        using var vendor = new RefusingVendor(Refusal(code, """{\"city\":\"Oslo\"}"""), Good);
        await using var services = Create(vendor);

        var answer = await AskAsync(services);

        Assert.Equal((7, 2), (answer.Value.Degrees, vendor.Sent));
        Assert.Contains("'degrees'", vendor.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_refused_text_is_an_error_after_one_send()
    {
        using var vendor = new RefusingVendor(Refusal("json_validate_failed", "{"), Good);
        await using var services = Create(vendor);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => services.GetRequiredService<ILLMService>().GenerateAsync(LLMRequest.FromPrompt("Weather?")));

        Assert.Equal((1, 1), (vendor.Sent, error.Sends));
    }

    private static string Refusal(string code, string text) =>
        $$$"""{"error":{"message":"Failed","type":"invalid_request_error","code":"{{{code}}}","failed_generation":"{{{text}}}"}}""";

    private static Task<LLMResponse<Weather>> AskAsync(IServiceProvider services) =>
        services.GetRequiredService<ILLMService>().GenerateJsonAsync(LLMRequest.FromPrompt("Weather?"), WeatherContext.Default.Weather);

    private static ServiceProvider Create(RefusingVendor vendor)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddGroq(configure: options => options.ApiKey = "gsk_of_tests");
        services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.PrimaryHandler = vendor));
        return services.BuildServiceProvider();
    }

    private sealed class RefusingVendor(string refusal, string answer) : HttpMessageHandler
    {
        public int Sent { get; private set; }

        public string LastBody { get; private set; } = string.Empty;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            LastBody = await request.Content!.ReadAsStringAsync(cancellationToken);
            return Sent++ == 0
                ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(refusal) }
                : new HttpResponseMessage { Content = new StringContent(answer) };
        }
    }
}
