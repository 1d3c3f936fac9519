namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    public static TheoryData<string, LLMRequest> WrongRequests => new()
    {
        { "neither", new LLMRequest { Model = AskedModel } },
        { "both", new LLMRequest { Prompt = "x", Messages = [LLMMessage.User("y")], Model = AskedModel } },
    };

    [Theory]
    [MemberData(nameof(WrongRequests), DisableDiscoveryEnumeration = true)]
    public async Task Wrong_request_is_refused_before_it_is_sent(string what, LLMRequest request)
    {
        Assert.NotEmpty(what);

        await FailBothWaysAsync<LLMInvalidRequestException>(Create(), request);

        Assert.Equal(0, Harness.Sent);
    }

    [Fact]
    public async Task Null_request_is_refused_at_once()
    {
        var service = Create();

        await Assert.ThrowsAsync<ArgumentNullException>("request", () => service.GenerateAsync(null!));
        Assert.Throws<ArgumentNullException>("request", () => { _ = service.GenerateStreamAsync(null!); });
    }

    [Fact]
    public async Task Rate_limit_carries_the_hint_and_may_be_retried()
    {
        var service = Create(new ProviderBehaviour { Failure = ProviderFailure.RateLimited, RetryAfter = TimeSpan.FromSeconds(11) });

        var errors = await FailBothWaysAsync<LLMRateLimitException>(service, CreateRequest());

        Assert.All(errors, error =>
        {
            Assert.Equal((TimeSpan.FromSeconds(11), 429, true), (error.RetryAfter, error.StatusCode, error.IsTransient));
            Assert.Equal((Harness.ProviderName, AskedModel), (error.Provider, error.Model));
        });
    }

    [Fact]
    public async Task Refused_key_is_an_authentication_error_and_not_to_be_retried()
    {
        var service = Create(new ProviderBehaviour { Failure = ProviderFailure.Unauthorized });

        var errors = await FailBothWaysAsync<LLMAuthenticationException>(service, CreateRequest());

        Assert.All(errors, error => Assert.Equal((401, false, Harness.ProviderName), (error.StatusCode, error.IsTransient, error.Provider)));
    }

    [Fact]
    public async Task Failing_vendor_is_a_server_error_sent_once_for_each_call()
    {
        var service = Create(new ProviderBehaviour { Failure = ProviderFailure.Unavailable });

        var errors = await FailBothWaysAsync<LLMServerException>(service, CreateRequest());

        Assert.All(errors, error => Assert.Equal((503, true), (error.StatusCode, error.IsTransient)));
        Assert.Equal(2, Harness.Sent);
        Assert.True(Harness.IsIdle);
    }
}
