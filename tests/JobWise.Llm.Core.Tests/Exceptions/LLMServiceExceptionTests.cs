namespace JobWise.Llm.Tests;

public sealed class LLMServiceExceptionTests
{
    [Fact]
    public void Every_exception_carries_all_details()
    {
        var details = new LLMErrorDetails
        {
            Provider = "groq",
            Model = "m",
            StatusCode = 429,
            ProviderCode = "rate_limit_exceeded",
            RequestId = "req-1",
            RetryAfter = TimeSpan.FromSeconds(2),
            RateLimits = new LLMRateLimitSnapshot(),
            Usage = new LLMUsage(),
            PartialText = "so far",
        };

        var exception = new LLMRateLimitException("Too fast.", details, new InvalidOperationException());

        Assert.Same(details, exception.Details);
        Assert.Equal(("groq", "m", 429, "rate_limit_exceeded"), (exception.Provider, exception.Model, exception.StatusCode, exception.ProviderCode));
        Assert.Equal(("req-1", TimeSpan.FromSeconds(2), "so far"), (exception.RequestId, exception.RetryAfter, exception.PartialText));
        Assert.Same(details.RateLimits, exception.RateLimits);
        Assert.Same(details.Usage, exception.Usage);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Theory]
    [InlineData(typeof(LLMRateLimitException), true)]
    [InlineData(typeof(LLMConnectionException), true)]
    [InlineData(typeof(LLMServerException), true)]
    [InlineData(typeof(LLMQuotaException), false)]
    [InlineData(typeof(LLMAuthenticationException), false)]
    [InlineData(typeof(LLMPermissionException), false)]
    [InlineData(typeof(LLMInvalidRequestException), false)]
    [InlineData(typeof(LLMContextLengthException), false)]
    [InlineData(typeof(LLMContentPolicyException), false)]
    [InlineData(typeof(LLMInvalidResponseException), false)]
    [InlineData(typeof(LLMTruncatedResponseException), false)]
    [InlineData(typeof(LLMStreamInterruptedException), false)]
    [InlineData(typeof(LLMModelNotFoundException), false)]
    [InlineData(typeof(LLMCircuitOpenException), false)]
    public void IsTransient_follows_the_kind_unless_the_provider_says_otherwise(Type type, bool expected)
    {
        LLMServiceException Create(bool? shouldRetry) =>
            (LLMServiceException)Activator.CreateInstance(type, "message", new LLMErrorDetails { ShouldRetry = shouldRetry }, null)!;

        Assert.Equal((expected, true, false), (Create(null).IsTransient, Create(true).IsTransient, Create(false).IsTransient));
    }

    [Theory]
    [InlineData(LLMTimeoutPhase.Total, false)]
    [InlineData(LLMTimeoutPhase.Connect, true)]
    [InlineData(LLMTimeoutPhase.FirstContent, true)]
    public void Timeout_of_the_whole_call_is_final_and_of_a_phase_transient(LLMTimeoutPhase phase, bool expected) =>
        Assert.Equal(expected, new LLMTimeoutException(phase, "late").IsTransient);

    [Fact]
    public void AllProvidersFailed_keeps_every_failure_and_is_transient_if_one_is()
    {
        LLMServiceException[] failures = [new LLMQuotaException("empty"), new LLMServerException("down")];

        var exception = new LLMAllProvidersFailedException("Both failed.", failures);

        Assert.Equal(failures, exception.Failures);
        Assert.Same(failures[1], exception.InnerException);
        Assert.True(exception.IsTransient);
    }
}
