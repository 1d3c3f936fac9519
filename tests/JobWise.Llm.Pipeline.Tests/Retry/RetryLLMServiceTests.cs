namespace JobWise.Llm.Pipeline.Tests;

public class RetryLLMServiceTests
{
    public static TheoryData<LLMServiceException> Permanent =>
    [
        new LLMAuthenticationException("no"),
        new LLMInvalidRequestException("no"),
        new LLMQuotaException("no"),
        new LLMContentPolicyException("no"),
        new LLMModelNotFoundException("no"),
        new LLMContextLengthException("no"),
        new LLMServerException("no", new LLMErrorDetails { ShouldRetry = false }),
    ];

    [Fact]
    public async Task GenerateAsync_after_two_transient_failures_answers_at_the_third_attempt_with_doubled_waits()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0.5);
        pipeline.Provider.Script(Some.ServerError, new LLMConnectionException("cut"), Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await PassAsync(pipeline, 0.5);
        await PassAsync(pipeline, 1);

        Assert.Equal(3, (await answer).Route!.Sends);
    }

    [Theory]
    [MemberData(nameof(Permanent), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_after_a_permanent_failure_sends_exactly_once(LLMServiceException failure)
    {
        await using var pipeline = PipelineUnderTest.Create();
        pipeline.Provider.Script(failure);

        var error = await Assert.ThrowsAnyAsync<LLMServiceException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Same(failure, error);
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_after_two_unreadable_answers_asks_no_third_time()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        var failure = new LLMInvalidResponseException("cut", new LLMErrorDetails { ShouldRetry = true });
        pipeline.Provider.Script(failure, failure, Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await PassAsync(pipeline, 0.1);

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => answer);
        Assert.Equal(2, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task GenerateAsync_when_all_attempts_fail_throws_the_last_error_with_the_number_of_sends()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        var last = new LLMServerException("the third", new LLMErrorDetails { StatusCode = 503 });
        pipeline.Provider.Script(Some.ServerError, Some.ServerError, last);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await PassAsync(pipeline, 0.1);
        await PassAsync(pipeline, 0.1);

        var error = await Assert.ThrowsAsync<LLMServerException>(() => answer);
        Assert.Same(last, error);
        Assert.Equal(3, error.Sends);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(2, 2)]
    public async Task GenerateAsync_with_ten_attempts_allowed_stops_at_the_most_sends(int? own, int sends)
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Retry.MaxAttempts = 10, chance: 0);
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;

        var answer = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { MostSends = own } });
        await PassAsync(pipeline, 0.1, times: sends - 1);

        await Assert.ThrowsAsync<LLMServerException>(() => answer);
        Assert.Equal(sends, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task GenerateAsync_with_attempts_set_for_the_instance_uses_these()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.ConfigureProvider("GROQ", groq => groq.MaxAttempts = 1));
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;

        await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_a_hint_waits_at_least_that_long()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        pipeline.Provider.Script(Some.RateLimit(7), Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        pipeline.Time.Advance(TimeSpan.FromSeconds(6.999));
        var sentEarly = pipeline.Provider.Requests.Count;
        pipeline.Time.Advance(TimeSpan.FromSeconds(0.001));
        await answer;

        Assert.Equal((1, 2), (sentEarly, pipeline.Provider.Requests.Count));
    }

    [Fact]
    public async Task GenerateAsync_with_a_hint_above_the_cap_throws_at_once()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Timeout = TimeSpan.FromHours(1));
        pipeline.Provider.Script(Some.RateLimit(60.001));

        var error = await Assert.ThrowsAsync<LLMRateLimitException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Equal(1, error.Sends);
        Assert.Empty(pipeline.Time.PendingTimers);
    }

    [Fact]
    public async Task GenerateAsync_with_a_wait_that_does_not_fit_the_deadline_throws_at_once()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        pipeline.Provider.Script(Some.RateLimit(10));

        await Assert.ThrowsAsync<LLMRateLimitException>(
            () => pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(10) } }));

        Assert.Empty(pipeline.Time.PendingTimers);
    }

    [Fact]
    public async Task GenerateAsync_cancelled_while_it_waits_sends_nothing_more()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0.5);
        using var caller = new CancellationTokenSource();
        pipeline.Provider.Script(Some.ServerError, Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request, caller.Token);
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(0.5));
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_in_a_scope_whose_sends_are_spent_says_so_without_sending()
    {
        await using var pipeline = PipelineUnderTest.Create();
        var scope = new LLMCallScope(pipeline.Time);
        Assert.True(scope.TryTakeSend(1));

        var error = await Assert.ThrowsAsync<LLMServiceException>(
            () => pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Scope = scope, MostSends = 1 } }));

        Assert.Equal(
            "The call has sent 1 of at most 1 requests. Raise LLMCallOptions.MostSends or JobWise:Llm:MostSends if it needs more.", error.Message);
        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_fails_before_its_first_update_is_opened_again()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        pipeline.Provider.Stream = (_, _) => pipeline.Provider.Requests.Count == 1 ? throw Some.ServerError : Some.Stream("Hello");

        var answer = pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();
        await PassAsync(pipeline, 0.1);

        Assert.Equal(("Hello", 2), ((await answer).Text, (await answer).Route!.Sends));
    }

    [Fact]
    public async Task GenerateStreamAsync_that_fails_after_its_first_update_is_not_opened_again()
    {
        await using var pipeline = PipelineUnderTest.Create();
        pipeline.Provider.Stream = (_, _) => Some.StreamThatFails(Some.ServerError, "Hel");

        var error = await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync());

        Assert.Equal((1, 1), (error.Sends, pipeline.Provider.Requests.Count));
    }

    [Fact]
    public async Task GenerateStreamAsync_without_any_update_is_tried_once_more_and_then_fails()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        pipeline.Provider.Stream = (_, _) => AsyncEnumerable.Empty<LLMStreamUpdate>();

        var answer = pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();
        await PassAsync(pipeline, 0.1);

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => answer);
        Assert.Equal(2, error.Sends);
        Assert.Equal("The stream ended before its first update, so there is no answer. Ask again.", error.Message);
    }

    private static async Task PassAsync(PipelineUnderTest pipeline, double seconds, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
            pipeline.Time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }
}
