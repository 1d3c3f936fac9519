using System.Text.Json;
using JobWise.Llm.TestKit;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Anthropic.Tests;

public sealed class TokenCountTests
{
    [Fact]
    public async Task CountTokensAsync_sends_the_conversation_and_nothing_that_the_count_refuses()
    {
        var body = string.Empty;
        using var server = new MockHttpMessageHandler();
        server.When(HttpMethod.Post, "https://api.anthropic.com/v1/messages/count_tokens").Respond(async message =>
        {
            body = await message.Content!.ReadAsStringAsync();
            return new HttpResponseMessage { Content = new StringContent("""{"input_tokens":14}""") };
        });
        ILLMService service = Some.Service(server);
        var counter = Assert.IsAssignableFrom<ILLMTokenCounter>(service.GetService(typeof(ILLMTokenCounter)));

        var count = await counter.CountTokensAsync(Some.Request with
        {
            SystemMessage = "Be short.",
            Temperature = 0.1,
            StopSequences = ["x"],
            Tools = [new LLMTool { Name = "t" }],
            ExtraFields = new Dictionary<string, JsonElement> { ["thinking"] = JsonElement.Parse("""{"type":"disabled"}"""), ["service_tier"] = JsonElement.Parse("\"auto\"") },
        });

        Assert.Equal(14, count);
        JsonAssert.Equal(
            """
            {"model":"claude-haiku-4-5","system":"Be short.","messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"t","input_schema":{"type":"object"}}],
             "thinking":{"type":"disabled"}}
            """,
            body);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"input_tokens":-1}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task CountTokensAsync_what_is_no_count_is_an_invalid_response(string body)
    {
        using var server = Some.Server(body);

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.Service(server).CountTokensAsync(Some.Request));
    }

    [Fact]
    public async Task CountTokensAsync_failure_is_typed()
    {
        using var server = Some.Server("""{"error":{"type":"authentication_error","message":"no"}}""", 401);

        await Assert.ThrowsAsync<LLMAuthenticationException>(() => Some.Service(server).CountTokensAsync(Some.Request));
    }
}
