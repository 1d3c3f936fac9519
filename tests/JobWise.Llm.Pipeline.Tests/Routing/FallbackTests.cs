using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class FallbackTests
{
    public static TheoryData<LLMServiceException> OfTheCaller =>
    [
        new LLMInvalidRequestException("no"),
        new LLMContentPolicyException("no"),
        new LLMValidationException("no", []),
        new LLMServiceException("no"),
    ];

    public static TheoryData<LLMServiceException> OfTheLane =>
    [
        new LLMServerException("no"),
        new LLMConnectionException("no"),
        new LLMTimeoutException(LLMTimeoutPhase.FirstContent, "no"),
        new LLMStreamInterruptedException("no"),
        new LLMInvalidResponseException("no"),
        new LLMRateLimitException("no"),
        new LLMQuotaException("no"),
        new LLMAuthenticationException("no"),
        new LLMPermissionException("no"),
        new LLMModelNotFoundException("no"),
        new LLMContextLengthException("no"),
    ];

    [Theory]
    [MemberData(nameof(OfTheLane), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_after_a_failure_of_the_lane_is_answered_by_the_next(LLMServiceException failure)
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Script(failure);

        var response = await lanes.AskAsync();

        Assert.Equal(("backup", 2), (response.Route!.Instance, response.Route.Sends));
    }

    [Theory]
    [MemberData(nameof(OfTheCaller), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_after_a_mistake_of_the_caller_asks_no_other_lane(LLMServiceException failure)
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Script(failure);

        Assert.Same(failure, await Assert.ThrowsAnyAsync<LLMServiceException>(() => lanes.AskAsync()));
        Assert.Empty(lanes.Backup.Requests);
    }

    [Fact]
    public async Task GenerateAsync_writes_down_every_candidate_with_what_became_of_it()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Script(Some.ServerError);

        var candidates = (await lanes.AskAsync()).Route!.Candidates;

        Assert.Equal(["groq/groq-default", "backup/backup-default"], candidates.Select(candidate => candidate.Lane.ToString()));
        Assert.Equal([LLMRouteOutcome.Failed, LLMRouteOutcome.Answered], candidates.Select(candidate => candidate.Outcome));
        Assert.Equal([1, 1], candidates.Select(candidate => candidate.Attempts));
        Assert.IsType<LLMServerException>(candidates[0].Error);
    }

    [Fact]
    public async Task GenerateAsync_answered_at_once_names_the_lanes_that_were_not_needed()
    {
        await using var lanes = TwoLanes.Create();

        var candidates = (await lanes.AskAsync()).Route!.Candidates;

        Assert.Equal([LLMRouteOutcome.Answered, LLMRouteOutcome.NotNeeded], candidates.Select(candidate => candidate.Outcome));
    }

    [Fact]
    public async Task GenerateAsync_when_every_lane_fails_keeps_all_errors_and_the_earliest_time_to_come_back()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Script(Some.RateLimit(200));
        lanes.Backup.Script(Some.RateLimit(90));

        var error = await Assert.ThrowsAsync<LLMAllProvidersFailedException>(() => lanes.AskAsync());

        Assert.Equal([200, 90], error.Failures.Select(failure => failure.RetryAfter!.Value.TotalSeconds));
        Assert.Equal((TimeSpan.FromSeconds(90), 2), (error.RetryAfter, error.Sends));
        Assert.Equal(
            "None of 2 lanes could serve the call, after 2 sends: groq/groq-default: LLMRateLimitException (429), ready in 200 s; "
            + "backup/backup-default: LLMRateLimitException (429), ready in 90 s. Failures holds each error with its cure.",
            error.Message);
    }

    [Fact]
    public async Task GenerateAsync_after_the_account_refused_passes_the_lane_over_for_a_minute()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Answer = (_, _) => throw new LLMQuotaException("The credit is used up.");
        await lanes.AskAsync();

        var passedOver = await lanes.AskAsync();
        lanes.Time.Advance(TimeSpan.FromSeconds(60));
        await lanes.AskAsync();

        Assert.Equal(2, lanes.First.Requests.Count);
        Assert.Equal(LLMRouteOutcome.PassedOver, passedOver.Route!.Candidates[0].Outcome);
        Assert.IsType<LLMQuotaException>(passedOver.Route.Candidates[0].Error);
    }

    [Fact]
    public async Task GenerateAsync_with_two_of_three_lanes_dead_leaves_a_send_for_the_third()
    {
        await using var lanes = TwoLanes.Create(options => (options.Retry.MaxAttempts, options.Routing.Fallbacks[0]) = (3, "groq/other"));
        var request = Some.Request with { Call = new() { Lanes = [new() { Instance = "groq", Model = "a" }, new() { Instance = "groq", Model = "b" }, new() { Instance = "backup" }] } };
        lanes.First.Answer = (_, _) => throw Some.ServerError;

        var answer = lanes.AskAsync(request);
        lanes.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(("backup", 4), ((await answer).Route!.Instance, (await answer).Route!.Sends));
    }

    [Fact]
    public async Task GenerateAsync_with_a_long_hint_does_not_sleep_while_another_lane_is_ready()
    {
        await using var lanes = TwoLanes.Create(options => options.Retry.MaxAttempts = 3);
        lanes.First.Script(Some.RateLimit(20));

        var response = await lanes.AskAsync();

        Assert.Equal(("backup", TimeSpan.Zero), (response.Route!.Instance, response.Route.Elapsed));
    }

    [Fact]
    public async Task GenerateAsync_gives_the_next_lane_its_own_model_and_defaults_and_keeps_what_the_caller_set()
    {
        await using var lanes = TwoLanes.Create(options => options.ConfigureProvider("backup", backup => (backup.MaxTokens, backup.Temperature) = (77, 1)));
        lanes.First.Script(Some.ServerError);

        await lanes.AskAsync(Some.Request with { Model = "chosen", Temperature = 0.5 });

        var (first, second) = (lanes.First.Requests[0], lanes.Backup.Requests[0]);
        Assert.Equal(("chosen", 0.5, 2000), (first.Model, first.Temperature, first.MaxTokens));
        Assert.Equal(("backup-default", 0.5, 77), (second.Model, second.Temperature, second.MaxTokens));
        Assert.True(second.Call.Defaulted.HasFlag(LLMDefaultedOptions.Model));
    }

    [Fact]
    public async Task GenerateStreamAsync_that_fails_before_its_first_update_goes_to_the_next_lane()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Stream = (_, _) => Some.StreamThatFails(Some.ServerError);

        var response = await lanes.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();

        Assert.Equal(("backup", "Hello world"), (response.Route!.Instance, response.Text));
    }

    [Fact]
    public async Task GenerateStreamAsync_that_fails_after_its_first_update_fails_as_it_is()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Stream = (_, _) => Some.StreamThatFails(Some.ServerError, "Hel");

        var error = await Assert.ThrowsAsync<LLMServerException>(() => lanes.Service.GenerateStreamAsync(Some.Request).ToResponseAsync());

        Assert.Equal(1, error.Sends);
        Assert.Empty(lanes.Backup.Requests);
    }

    [Fact]
    public async Task GenerateAsync_cancelled_by_its_caller_falls_back_to_nobody()
    {
        await using var lanes = TwoLanes.Create();
        using var caller = new CancellationTokenSource();
        lanes.First.Answer = (_, token) => Some.Never(token);

        var answer = lanes.Service.GenerateAsync(Some.Request, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Empty(lanes.Backup.Requests);
    }

    [Fact]
    public async Task GenerateAsync_pinned_to_a_lane_falls_back_to_nobody()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Script(Some.ServerError);

        await Assert.ThrowsAsync<LLMServerException>(() => lanes.AskAsync(Some.Request with { Call = new() { PinnedLane = "groq" } }));

        Assert.Empty(lanes.Backup.Requests);
    }

    [Fact]
    public async Task GetStatus_tells_the_circuit_and_the_latency_of_each_lane_that_was_used()
    {
        await using var lanes = TwoLanes.Create();
        lanes.First.Answer = (_, _) => throw Some.ServerError;
        for (var i = 0; i < 5; i++)
        {
            await lanes.AskAsync();
        }

        var status = lanes.Services.GetRequiredService<ILLMLanes>().GetStatus();

        Assert.Equal([LLMCircuitState.Closed, LLMCircuitState.Open], status.Select(lane => lane.Circuit));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(60)], status.Select(lane => lane.HeldBackFor));
        Assert.Equal([TimeSpan.Zero, null], status.Select(lane => lane.Latency));
    }
}
