using JobWise.Llm.Wire;

namespace JobWise.Llm.OpenAICompatible.Tests.Http;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("[fe80::1]")]
    [InlineData("[::ffff:169.254.169.254]")]
    [InlineData("100.100.100.200")]
    [InlineData("[::169.254.169.254]")]
    [InlineData("[64:ff9b::a9fe:a9fe]")]
    [InlineData("[2002:a9fe:a9fe::1]")]
    public async Task CreateHttpClient_metadata_address_is_refused_at_connect(string host)
    {
        // The options would refuse these; a name that leads to one passes them, and ends here.
        using var client = OpenAICompatibleLLMService.CreateHttpClient(TimeSpan.FromSeconds(2));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://{host}/")));

        Assert.IsType<ForbiddenAddressException>(error.InnerException);
    }

    [Fact]
    public async Task GenerateAsync_forbidden_address_is_not_transient_and_names_the_cure()
    {
        using var server = new RichardSzalay.MockHttp.MockHttpMessageHandler();
        RichardSzalay.MockHttp.MockedRequestExtensions.Throw(
            RichardSzalay.MockHttp.MockHttpMessageHandlerExtensions.When(server, "*"),
            new HttpRequestException("x", new ForbiddenAddressException("'models.example' leads to a cloud metadata address, and nothing was sent.")));

        var error = Assert.IsType<LLMConnectionException>(await Some.FailureOf(server));

        Assert.False(error.IsTransient);
        Assert.Equal("openai_compatible: 'models.example' leads to a cloud metadata address, and nothing was sent.", error.Message);
    }
}
