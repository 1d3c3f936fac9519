namespace JobWise.Llm.Pipeline.Tests;

public sealed class CallTimeoutTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task GenerateAsync_with_a_timeout_that_is_none_is_refused_before_anything_is_sent(int seconds)
    {
        await using var pipeline = Create();

        var error = await Assert.ThrowsAsync<LLMInvalidRequestException>(() => pipeline.Service.GenerateAsync(With(TimeSpan.FromSeconds(seconds))));

        Assert.StartsWith("LLMCallOptions.Timeout is ", error.Message, StringComparison.Ordinal);
        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_an_infinite_timeout_outlives_the_configured_total()
    {
        await using var pipeline = Create();
        pipeline.Provider.Answer = (_, token) => Some.Never(token);

        var answer = pipeline.Service.GenerateAsync(With(Timeout.InfiniteTimeSpan));
        pipeline.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.False(answer.IsCompleted);
    }

    [Fact]
    public async Task GenerateAsync_with_an_infinite_timeout_is_retried_and_its_scope_has_no_limit()
    {
        await using var pipeline = Create();
        var scope = new LLMCallScope();
        pipeline.Provider.Script(Some.ServerError, Some.Response());

        var answer = pipeline.Service.GenerateAsync(With(Timeout.InfiniteTimeSpan, scope));
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(0.5));
        pipeline.Time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal(2, (await answer).Route!.Sends);
        Assert.Null(scope.Timeout);
    }

    private static LLMRequest With(TimeSpan timeout, LLMCallScope? scope = null) => Some.Request with { Call = new() { Timeout = timeout, Scope = scope } };

    private static PipelineUnderTest Create() => PipelineUnderTest.Create(options => options.AttemptTimeouts.FirstContent = TimeSpan.FromHours(1));
}
