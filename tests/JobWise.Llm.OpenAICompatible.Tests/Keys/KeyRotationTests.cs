using System.Net;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Keys;

public sealed class KeyRotationTests
{
    [Theory]
    [InlineData("old-key-1", "new-key-2", true)]
    [InlineData("old-key-1", "old-key-1", false)]
    public async Task GenerateAsync_401_is_worth_a_retry_only_with_another_key(string first, string then, bool expected)
    {
        var keys = new Queue<string>([first, then]);
        var options = Some.Options(apiKey: null);
        options.ApiKeyProvider = _ => new(keys.Dequeue());
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(HttpStatusCode.Unauthorized);

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => Some.Service(server, options).GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(expected, error.IsTransient);
        Assert.DoesNotContain("-key-", error.ToString(), StringComparison.Ordinal);
    }
}
