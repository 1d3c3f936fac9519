using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class CoolingLaneTests
{
    public static TheoryData<LLMServiceException> OfAWorkingProvider =>
    [
        new LLMRateLimitException("no", Status(429)),
        new LLMQuotaException("no", Status(429)),
        new LLMAuthenticationException("no", Status(401)),
        new LLMPermissionException("no", Status(403)),
        new LLMModelNotFoundException("no", Status(404)),
        new LLMInvalidRequestException("no", Status(400)),
        new LLMContextLengthException("no", Status(400)),
        new LLMContentPolicyException("no", Status(400)),
        new LLMInvalidResponseException("no", Status(400)),
    ];

    [Fact]
    public async Task GenerateAsync_with_an_open_circuit_goes_to_the_next_lane_at_once()
    {
        await using var lanes = TwoLanes.Create();
        await OpenAsync(lanes);

        var response = await lanes.AskAsync();

        Assert.Equal(5, lanes.First.Requests.Count);
        Assert.Equal((LLMRouteOutcome.PassedOver, TimeSpan.FromSeconds(60)), (response.Route!.Candidates[0].Outcome, response.Route.Candidates[0].Error!.RetryAfter));
    }

    [Fact]
    public async Task GenerateAsync_with_every_circuit_open_waits_for_the_first_to_be_ready()
    {
        await using var lanes = TwoLanes.Create(options => options.Timeout = TimeSpan.FromSeconds(61));
        await OpenAsync(lanes);
        lanes.Time.Advance(TimeSpan.FromSeconds(10));
        await OpenAsync(lanes, isBackupToo: true);
        (lanes.First.Answer, lanes.Backup.Answer) = (Answers, Answers);

        var answer = lanes.AskAsync();
        lanes.Time.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(("groq", TimeSpan.FromSeconds(50)), ((await answer).Route!.Instance, (await answer).Route!.Candidates[0].Waited));
    }

    [Fact]
    public async Task GenerateAsync_that_waited_for_one_lane_and_was_answered_by_another_says_which_it_waited_for()
    {
        await using var lanes = TwoLanes.Create(options => options.Timeout = TimeSpan.FromSeconds(61));
        await OpenAsync(lanes);
        await OpenAsync(lanes, isBackupToo: true);
        lanes.First.Answer = (_, _) => throw Some.ServerError;
        lanes.Backup.Answer = Answers;

        var answer = lanes.AskAsync();
        lanes.Time.Advance(TimeSpan.FromSeconds(60));

        var candidates = (await answer).Route!.Candidates;
        Assert.Equal(("backup", TimeSpan.FromSeconds(60), TimeSpan.Zero), ((await answer).Route!.Instance, candidates[0].Waited, candidates[1].Waited));
    }

    [Fact]
    public async Task GenerateAsync_with_every_circuit_open_past_the_deadline_throws_at_once_with_the_time_to_come_back()
    {
        await using var lanes = TwoLanes.Create(options => options.Timeout = TimeSpan.FromSeconds(30));
        await OpenAsync(lanes, isBackupToo: true);

        var error = await Assert.ThrowsAsync<LLMAllProvidersFailedException>(() => lanes.AskAsync());

        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
        Assert.All(error.Failures, failure => Assert.IsType<LLMCircuitOpenException>(failure));
        Assert.Empty(lanes.Time.PendingTimers);
    }

    [Fact]
    public async Task GenerateAsync_on_a_single_lane_whose_circuit_is_open_says_so_and_sends_nothing()
    {
        await using var pipeline = PipelineUnderTest.Create(options => (options.Retry.MaxAttempts, options.Timeout) = (1, TimeSpan.FromSeconds(30)));
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));
        }

        var error = await Assert.ThrowsAsync<LLMCircuitOpenException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Equal(
            "The lane 'groq/groq-default' is held back for another 60 s, because its provider failed repeatedly; nothing was sent. "
            + "Come back then, or add a lane under JobWise:Llm:Routing:Fallbacks.",
            error.Message);
        Assert.Equal(5, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task GenerateAsync_that_opens_the_circuit_sees_the_failure_and_not_the_refusal_of_its_retry()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Retry.MaxAttempts = 1, chance: 0);
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));
        }

        await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Equal(5, pipeline.Provider.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(OfAWorkingProvider), DisableDiscoveryEnumeration = true)]
    public async Task What_a_working_provider_refuses_opens_no_circuit(LLMServiceException refusal)
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Retry.MaxAttempts = 1);
        pipeline.Provider.Answer = (_, _) => throw refusal;

        for (var i = 0; i < 20; i++)
        {
            Assert.Same(refusal, await Assert.ThrowsAnyAsync<LLMServiceException>(() => pipeline.Service.GenerateAsync(Some.Request)));
        }

        Assert.Equal(20, pipeline.Provider.Requests.Count);
        Assert.Equal(LLMCircuitState.Closed, Assert.Single(pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus()).Circuit);
    }

    [Fact]
    public async Task Two_models_of_one_instance_have_a_circuit_each()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Retry.MaxAttempts = 1);
        pipeline.Provider.Answer = (request, _) => request.Model == "broken" ? throw Some.ServerError : Task.FromResult(Some.Response());
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request with { Model = "broken" }));
        }

        var answer = await pipeline.Service.GenerateAsync(Some.Request with { Model = "sound" });

        var status = pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus();
        Assert.Equal("Hello", answer.Text);
        Assert.Equal(["groq/broken", "groq/sound"], status.Select(lane => lane.Lane.ToString()));
        Assert.Equal([LLMCircuitState.Open, LLMCircuitState.Closed], status.Select(lane => lane.Circuit));
    }

    [Fact]
    public async Task A_streamed_probe_succeeds_at_its_last_update_and_not_at_its_first()
    {
        await using var lanes = TwoLanes.Create(options => options.CircuitBreaker.Probes = 1);
        await OpenAsync(lanes);
        lanes.Time.Advance(TimeSpan.FromSeconds(60));

        await using var updates = lanes.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        var beforeTheEnd = (await lanes.AskAsync()).Route!.Instance;
        while (await updates.MoveNextAsync())
        {
        }

        lanes.First.Answer = Answers;
        Assert.Equal(("backup", "groq"), (beforeTheEnd, (await lanes.AskAsync()).Route!.Instance));
    }

    [Fact]
    public async Task A_streamed_probe_that_breaks_off_opens_the_circuit_again()
    {
        await using var lanes = TwoLanes.Create(options => options.CircuitBreaker.Probes = 1);
        await OpenAsync(lanes);
        lanes.Time.Advance(TimeSpan.FromSeconds(60));
        lanes.First.Stream = (_, _) => Some.StreamThatFails(new LLMStreamInterruptedException("cut"), "Hel");

        await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => lanes.Service.GenerateStreamAsync(Some.Request).ToResponseAsync());
        var response = await lanes.AskAsync();

        Assert.Equal(TimeSpan.FromSeconds(120), response.Route!.Candidates[0].Error!.RetryAfter);
    }

    [Fact]
    public async Task A_hanging_provider_opens_its_circuit_though_the_calls_end_before_the_attempts_limit()
    {
        await using var lanes = TwoLanes.Create(options => options.Timeout = TimeSpan.FromSeconds(10));
        lanes.First.Answer = (_, token) => Some.Never(token);
        var calls = Enumerable.Range(0, 5).Select(_ => lanes.AskAsync()).ToList();

        lanes.Time.Advance(TimeSpan.FromSeconds(10));
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<LLMTimeoutException>(() => call);
        }

        Assert.Equal("backup", (await lanes.AskAsync()).Route!.Instance);
        Assert.Equal(5, lanes.First.Requests.Count);
    }

    [Fact]
    public async Task A_provider_whose_streams_stand_still_opens_its_circuit_though_the_calls_end_before_the_idle_limit()
    {
        await using var pipeline = PipelineUnderTest.Create(options => (options.Timeout, options.Retry.MaxAttempts) = (TimeSpan.FromSeconds(20), 1));
        pipeline.Provider.Stream = (_, token) => Some.StreamThatHangs([LLMStreamUpdate.ForText("Hel")], token);
        for (var i = 0; i < 5; i++)
        {
            var call = pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();
            pipeline.Time.Advance(TimeSpan.FromSeconds(20));
            await Assert.ThrowsAsync<LLMTimeoutException>(() => call);
        }

        await Assert.ThrowsAsync<LLMCircuitOpenException>(() => pipeline.Service.GenerateAsync(Some.Request));
    }

    [Fact]
    public async Task A_stream_that_came_along_until_its_call_was_over_says_nothing_of_its_provider()
    {
        await using var pipeline = PipelineUnderTest.Create(options => (options.Timeout, options.Retry.MaxAttempts) = (TimeSpan.FromSeconds(3.5), 1));
        pipeline.Provider.Stream = (_, token) => Drip(pipeline.Time, token);
        for (var i = 0; i < 5; i++)
        {
            var call = pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();
            for (var second = 0; second < 4; second++)
            {
                await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(1));
                pipeline.Time.Advance(TimeSpan.FromSeconds(second < 3 ? 1 : 0.5));
            }

            await Assert.ThrowsAsync<LLMTimeoutException>(() => call);
        }

        Assert.Equal("Hello", (await pipeline.Service.GenerateAsync(Some.Request)).Text);
    }

    [Fact]
    public async Task GenerateAsync_that_every_lane_turns_away_waits_for_the_first_to_be_ready_and_asks_it_again()
    {
        await using var lanes = TwoLanes.Create(options => (options.Timeout, options.Retry.MaxAttempts) = (TimeSpan.FromSeconds(20), 2));
        lanes.First.Script(Some.RateLimit(6), Some.Response());
        lanes.Backup.Answer = (_, _) => throw Some.RateLimit(30);

        var call = lanes.AskAsync();
        lanes.Time.Advance(TimeSpan.FromSeconds(6));
        var route = (await call).Route!;

        Assert.Equal(("groq", 3, TimeSpan.FromSeconds(6)), (route.Instance, route.Sends, route.Candidates[0].Waited));
    }

    [Theory]
    [InlineData(5, 3, 2)]
    [InlineData(20, 1, 2)]
    [InlineData(20, 2, 3)]
    public async Task GenerateAsync_that_every_lane_turns_away_for_too_long_or_too_often_throws_with_the_time_to_come_back(int timeout, int mostAttempts, int sends)
    {
        await using var lanes = TwoLanes.Create(options => (options.Timeout, options.Retry.MaxAttempts) = (TimeSpan.FromSeconds(timeout), mostAttempts));
        lanes.First.Answer = (_, _) => throw Some.RateLimit(6);
        lanes.Backup.Answer = (_, _) => throw Some.RateLimit(30);

        var call = lanes.AskAsync();
        lanes.Time.Advance(sends > 2 ? TimeSpan.FromSeconds(6) : TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<LLMAllProvidersFailedException>(() => call);

        Assert.Equal((sends, TimeSpan.FromSeconds(6)), (error.Sends, error.RetryAfter));
    }

    private static async IAsyncEnumerable<LLMStreamUpdate> Drip(TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            yield return LLMStreamUpdate.ForText("x");
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private static LLMErrorDetails Status(int code) => new() { StatusCode = code };

    private static Task<LLMResponse> Answers(LLMRequest request, CancellationToken token) => Task.FromResult(Some.Response());

    private static async Task OpenAsync(TwoLanes lanes, bool isBackupToo = false)
    {
        lanes.First.Answer = (_, _) => throw Some.ServerError;
        lanes.Backup.Answer = isBackupToo ? (_, _) => throw Some.ServerError : Answers;
        for (var i = 0; i < 5; i++)
        {
            _ = await Record.ExceptionAsync(() => lanes.AskAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(5) } }));
        }
    }
}
