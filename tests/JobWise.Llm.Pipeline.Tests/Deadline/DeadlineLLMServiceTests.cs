namespace JobWise.Llm.Pipeline.Tests;

public class DeadlineLLMServiceTests
{
    [Fact]
    public async Task GenerateAsync_without_an_answer_fails_at_the_configured_total_and_names_its_option()
    {
        await using var pipeline = CreateHanging();

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.Equal(LLMTimeoutPhase.Total, error.Phase);
        Assert.Equal(
            "The call did not end within 60 s, which JobWise:Llm:Timeout allows, waits and retries included. Allow more time there, or ask for less.",
            error.Message);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(90)]
    public async Task GenerateAsync_with_its_own_timeout_fails_then_and_not_at_the_configured_total(int seconds)
    {
        await using var pipeline = CreateHanging();

        var answer = pipeline.Service.GenerateAsync(With(new() { Timeout = TimeSpan.FromSeconds(seconds) }));
        pipeline.Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        var wasRunning = !answer.IsCompleted;
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.True(wasRunning);
        Assert.StartsWith($"The call did not end within {seconds} s, which LLMCallOptions.Timeout allows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_with_a_deadline_before_its_timeout_fails_at_the_deadline()
    {
        await using var pipeline = CreateHanging();

        var answer = pipeline.Service.GenerateAsync(With(new() { Timeout = TimeSpan.FromSeconds(20), Deadline = pipeline.Time.GetUtcNow().AddSeconds(5) }));
        pipeline.Time.Advance(TimeSpan.FromSeconds(5));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.StartsWith("The call did not end within 5 s, which LLMCallOptions.Deadline allows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_whose_provider_ignores_its_token_fails_a_moment_after_the_deadline_and_drops_what_comes_later()
    {
        await using var pipeline = PipelineUnderTest.Create();
        var never = new TaskCompletionSource<LLMResponse>();
        pipeline.Provider.Answer = (_, _) => never.Task;

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(answer.IsCompleted);
        pipeline.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(LLMTimeoutPhase.Total, (await Assert.ThrowsAsync<LLMTimeoutException>(() => answer)).Phase);
        never.SetException(new InvalidOperationException("too late"));
    }

    [Fact]
    public async Task GenerateAsync_that_its_caller_cancels_ends_a_moment_later_though_a_decorator_ignores_its_token()
    {
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder.AddDecorator(
            LLMStage.Call, (_, _) => new FakeProvider { Answer = (_, _) => new TaskCompletionSource<LLMResponse>().Task }));
        using var caller = new CancellationTokenSource();

        var answer = pipeline.Service.GenerateAsync(Some.Request, caller.Token);
        await caller.CancelAsync();
        pipeline.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer)).CancellationToken);
    }

    [Fact]
    public async Task GetAvailableModelsAsync_of_a_silent_provider_fails_at_the_configured_total()
    {
        await using var pipeline = CreateHanging();
        pipeline.Provider.IsSilent = true;

        var models = pipeline.Service.GetAvailableModelsAsync();
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => models);
        Assert.Equal(
            "The list of models did not come within 60 s, which JobWise:Llm:Timeout allows. Allow more time there, or check the provider.", error.Message);
    }

    [Fact]
    public async Task CheckHealthAsync_of_a_silent_provider_is_unhealthy_at_the_configured_total()
    {
        await using var pipeline = CreateHanging();
        pipeline.Provider.IsSilent = true;

        var check = pipeline.Service.CheckHealthAsync();
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        var health = await check;
        Assert.Equal((LLMHealthStatus.Unhealthy, TimeSpan.FromSeconds(60)), (health.Status, health.Latency));
        Assert.Equal(
            "The health check did not end within 60 s, which JobWise:Llm:Timeout allows. Allow more time there, or check the provider.", health.Reason);
        Assert.IsType<LLMTimeoutException>(health.Error);
    }

    [Fact]
    public async Task CheckHealthAsync_cancelled_by_the_caller_ends_with_its_token()
    {
        await using var pipeline = CreateHanging();
        pipeline.Provider.IsSilent = true;
        using var caller = new CancellationTokenSource();

        var check = pipeline.Service.CheckHealthAsync(caller.Token);
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task GenerateAsync_with_a_deadline_in_the_past_fails_without_sending()
    {
        await using var pipeline = CreateHanging();
        var request = With(new() { Deadline = pipeline.Time.GetUtcNow().AddSeconds(-1) });

        await Assert.ThrowsAsync<LLMTimeoutException>(() => pipeline.Service.GenerateAsync(request));

        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_a_scope_that_has_run_for_40_of_60_seconds_fails_after_20()
    {
        await using var pipeline = CreateHanging();
        var scope = new LLMCallScope(pipeline.Time);
        pipeline.Time.Advance(TimeSpan.FromSeconds(40));

        var answer = pipeline.Service.GenerateAsync(With(new() { Scope = scope }));
        pipeline.Time.Advance(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.Same(scope, pipeline.Provider.Requests[0].Call.Scope);
    }

    [Fact]
    public async Task GenerateAsync_cancelled_by_its_caller_throws_with_the_callers_token()
    {
        await using var pipeline = CreateHanging();
        using var caller = new CancellationTokenSource();

        var answer = pipeline.Service.GenerateAsync(Some.Request, caller.Token);
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_while_the_wall_clock_is_set_forwards_and_back_keeps_its_time()
    {
        await using var pipeline = CreateHanging();

        var answer = pipeline.Service.GenerateAsync(With(new() { Deadline = pipeline.Time.GetUtcNow().AddSeconds(30) }));
        pipeline.Time.StepWallClock(TimeSpan.FromHours(1));
        pipeline.Time.Advance(TimeSpan.FromSeconds(29));
        var wasRunning = !answer.IsCompleted;
        pipeline.Time.StepWallClock(TimeSpan.FromHours(-2));
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.True(wasRunning);
    }

    [Fact]
    public async Task GenerateAsync_when_it_succeeds_leaves_no_timer_behind()
    {
        await using var pipeline = PipelineUnderTest.Create();

        await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Empty(pipeline.Time.PendingTimers);
    }

    [Fact]
    public async Task GenerateStreamAsync_whose_consumer_thinks_past_the_deadline_fails_at_the_next_move_with_what_had_come()
    {
        await using var pipeline = PipelineUnderTest.Create();
        await using var updates = pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();

        await updates.MoveNextAsync();
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(async () => await updates.MoveNextAsync());
        Assert.Equal((LLMTimeoutPhase.Total, "Hello", 1), (error.Phase, error.PartialText, error.Sends));
    }

    [Fact]
    public async Task GenerateStreamAsync_before_its_first_move_sends_nothing_and_each_enumeration_is_a_call()
    {
        await using var pipeline = PipelineUnderTest.Create();

        var stream = pipeline.Service.GenerateStreamAsync(Some.Request);
        var sentBefore = pipeline.Provider.Requests.Count;
        var first = await stream.ToResponseAsync();
        var second = await stream.ToResponseAsync();

        Assert.Equal((0, 2), (sentBefore, pipeline.Provider.Requests.Count));
        Assert.NotEqual(first.Route!.CallId, second.Route!.CallId);
    }

    [Fact]
    public async Task GenerateStreamAsync_with_an_unknown_workflow_fails_at_the_first_move()
    {
        await using var pipeline = PipelineUnderTest.Create();

        var stream = pipeline.Service.GenerateStreamAsync(Some.Request with { Workflow = "nonsense" });

        await Assert.ThrowsAsync<LLMUnknownWorkflowException>(() => stream.ToResponseAsync());
    }

    private static LLMRequest With(LLMCallOptions call) => Some.Request with { Call = call };

    private static PipelineUnderTest CreateHanging()
    {
        var pipeline = PipelineUnderTest.Create(options => options.AttemptTimeouts.FirstContent = TimeSpan.FromHours(1));
        pipeline.Provider.Answer = (_, token) => Some.Never(token);
        return pipeline;
    }
}
