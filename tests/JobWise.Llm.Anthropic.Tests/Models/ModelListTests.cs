using RichardSzalay.MockHttp;

namespace JobWise.Llm.Anthropic.Tests.Models;

public sealed class ModelListTests
{
    [Fact]
    public async Task List_is_read_page_by_page_and_joined_with_the_catalogue()
    {
        using var server = new MockHttpMessageHandler();
        server.Expect(HttpMethod.Get, "https://api.anthropic.com/v1/models").Respond("application/json", """
            {"data":[{"type":"model","id":"claude-haiku-4-5-20251001","display_name":"x","max_input_tokens":190000,"max_tokens":60000}],"has_more":true,"first_id":"claude-haiku-4-5-20251001","last_id":"claude-haiku-4-5-20251001"}
            """);
        server.Expect(HttpMethod.Get, "https://api.anthropic.com/v1/models?after_id=claude-haiku-4-5-20251001").Respond("application/json", """
            {"data":[{"type":"model","id":"brand-new","max_input_tokens":null,"capabilities":{"batch":{"supported":true},"citations":{"supported":true},
              "structured_outputs":{"supported":true},"image_input":{"supported":false},"effort":{"supported":true,"low":{"supported":true}}}}],"has_more":false,"last_id":"brand-new"}
            """);

        var models = await Some.Service(server).GetAvailableModelsAsync();

        Assert.Equal(["claude-haiku-4-5-20251001", "brand-new"], models.Select(model => model.Id));
        Assert.Equal((190_000, 60_000, "anthropic"), (models[0].ContextWindow, models[0].MaxOutputTokens, models[0].Provider));
        Assert.True(models[0].Can(LLMModelCapability.PromptCaching));
        Assert.Equal(
            ["chat", "streaming", "tools", "batch", "json_schema", "strict_json_schema", "reasoning"], models[1].Capabilities.Select(capability => capability.Value));
        server.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task List_that_never_ends_is_left()
    {
        var pages = 0;
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            pages++;
            return new HttpResponseMessage { Content = new StringContent("""{"data":[{"id":"m"}],"has_more":true,"last_id":"m"}""") };
        });

        await Some.Service(server).GetAvailableModelsAsync();

        Assert.Equal(20, pages);
    }

    [Theory]
    [InlineData("{}", "anthropic: The answer is JSON, but not a list of models. Check BaseUrl.")]
    [InlineData("<html>", "anthropic: The list of models is not valid JSON. Check BaseUrl and any proxy on the way.")]
    public async Task List_that_is_none_is_an_invalid_response(string body, string message)
    {
        using var server = Some.Server(body);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.Service(server).GetAvailableModelsAsync());

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("claude-sonnet-5-5", 200, LLMHealthStatus.Healthy)]
    [InlineData("other", 200, LLMHealthStatus.Degraded)]
    [InlineData("other", 529, LLMHealthStatus.Degraded)]
    [InlineData("other", 401, LLMHealthStatus.Unhealthy)]
    public async Task Health_is_the_list(string listed, int status, LLMHealthStatus expected)
    {
        using var server = Some.Server($$"""{"data":[{"id":"{{listed}}"}]}""", status);

        Assert.Equal(expected, (await Some.Service(server).CheckHealthAsync()).Status);
    }
}
