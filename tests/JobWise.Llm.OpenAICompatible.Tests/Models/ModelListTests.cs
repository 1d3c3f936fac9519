using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Models;

public sealed class ModelListTests
{
    private const string List = """{"object":"list","data":[{"id":"some-model","max_model_len":4096},{"id":"b","context_window":"8192"},{"id":""},7]}""";

    [Fact]
    public async Task GetAvailableModelsAsync_reads_the_live_list()
    {
        using var server = new MockHttpMessageHandler();
        server.Expect(HttpMethod.Get, "https://models.example/v1/models").Respond("application/json", List);

        var models = await Some.Service(server).GetAvailableModelsAsync();

        Assert.Equal([("some-model", 4096), ("b", 8192)], models.Select(model => (model.Id, model.ContextWindow!.Value)));
        server.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("{\"data\":null}", 0)]
    [InlineData("{\"data\":[]}", 0)]
    public async Task GetAvailableModelsAsync_empty_list_is_empty(string body, int count)
    {
        using var server = Some.Server(body);

        Assert.Equal(count, (await Some.Service(server).GetAvailableModelsAsync()).Count);
    }

    [Theory]
    [InlineData("{}", "local: The answer is JSON, but not a list of models. Check BaseUrl.")]
    [InlineData("<html>", "local: The list of models is not valid JSON. Check BaseUrl and any proxy on the way.")]
    public async Task GetAvailableModelsAsync_what_is_no_list_is_an_invalid_response(string body, string message)
    {
        using var server = Some.Server(body);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.Service(server).GetAvailableModelsAsync());

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task CheckHealthAsync_listed_model_is_healthy_with_the_latency()
    {
        var time = new TwoClockTimeProvider();
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Get, "*").Respond(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            return new HttpResponseMessage { Content = new StringContent(List) };
        });

        var health = await Some.Service(server, time: time).CheckHealthAsync();

        Assert.Equal(new LLMHealth { Status = LLMHealthStatus.Healthy, Latency = TimeSpan.FromMilliseconds(40) }, health);
    }

    [Fact]
    public async Task CheckHealthAsync_default_model_that_is_not_listed_is_degraded()
    {
        using var server = Some.Server("""{"data":[{"id":"b"}]}""");

        var health = await Some.Service(server).CheckHealthAsync();

        Assert.Equal(LLMHealthStatus.Degraded, health.Status);
        Assert.Equal("The provider answers, but does not list the default model 'some-model'. Choose one of GetAvailableModelsAsync().", health.Reason);
    }

    [Theory]
    [InlineData(401, LLMHealthStatus.Unhealthy)]
    [InlineData(500, LLMHealthStatus.Unhealthy)]
    [InlineData(429, LLMHealthStatus.Degraded)]
    public async Task CheckHealthAsync_failure_is_a_result(int status, LLMHealthStatus expected)
    {
        using var server = Some.Server("{}", status);

        var health = await Some.Service(server).CheckHealthAsync();

        Assert.Equal((expected, status), (health.Status, health.Error!.StatusCode!.Value));
        Assert.Equal(health.Error.Message, health.Reason);
    }
}
