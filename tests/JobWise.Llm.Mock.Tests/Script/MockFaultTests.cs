namespace JobWise.Llm.Mock.Tests.Script;

public class MockFaultTests
{
    public static TheoryData<MockFault, Type, int?, string> Presets => new()
    {
        { MockFault.RateLimited(), typeof(LLMRateLimitException), 429, "Too many requests (scripted fault). Wait for RetryAfter, then send again." },
        { MockFault.ServerError(500), typeof(LLMServerException), 500, "The provider failed with status 500 (scripted fault). Send again later." },
        { MockFault.Timeout(), typeof(LLMTimeoutException), null, "The wait 'FirstContent' ran out (scripted fault). Send again, or allow more time." },
        { MockFault.Authentication(), typeof(LLMAuthenticationException), 401, "The key was not accepted (scripted fault). Check the configured key." },
        { MockFault.Quota(), typeof(LLMQuotaException), 429, "The quota is used up (scripted fault). Raise it in the provider's console." },
        { MockFault.Connection(), typeof(LLMConnectionException), null, "The connection failed (scripted fault). Check the network, then send again." },
        {
            MockFault.StreamInterrupted(), typeof(LLMStreamInterruptedException), null,
            "The stream broke after 1 pieces (scripted fault). Ask again, or use what PartialText holds."
        },
    };

    [Theory]
    [MemberData(nameof(Presets), DisableDiscoveryEnumeration = true)]
    public async Task Preset_throws_its_exception_with_provider_and_model(MockFault fault, Type type, int? status, string message)
    {
        var llm = new MockLLMService().Fail(fault);

        var error = await Assert.ThrowsAnyAsync<LLMServiceException>(() => llm.GenerateAsync(Some.Request(model: "m")));

        Assert.IsType(type, error);
        Assert.Equal(("mock", "m", status, message), (error.Provider, error.Model, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task After_moves_a_preset_into_the_stream()
    {
        var llm = new MockLLMService().Fail(MockFault.ServerError().After(2));

        var error = await Assert.ThrowsAsync<LLMServerException>(() => llm.GenerateStreamAsync(Some.Request()).ToResponseAsync());

        Assert.Equal("Mock LLM ", error.PartialText);
    }

    [Fact]
    public async Task After_more_chunks_than_there_are_fails_before_the_last_update()
    {
        var llm = new MockLLMService().Fail(MockFault.StreamInterrupted(99));

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => llm.GenerateStreamAsync(Some.Request()).ToResponseAsync());

        Assert.Equal(MockAnswer.DefaultText, error.PartialText);
    }

    [Fact]
    public async Task FromException_makes_a_new_one_for_each_call()
    {
        var llm = new MockLLMService().Fail(MockFault.FromException(details => new LLMContentPolicyException("no", details)));

        var first = await Assert.ThrowsAsync<LLMContentPolicyException>(() => llm.GenerateAsync(Some.Request()));
        var second = await Assert.ThrowsAsync<LLMContentPolicyException>(() => llm.GenerateAsync(Some.Request()));

        Assert.NotSame(first, second);
    }
}
