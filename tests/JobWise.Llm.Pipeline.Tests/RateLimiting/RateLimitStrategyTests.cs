namespace JobWise.Llm.Pipeline.Tests;

public class RateLimitStrategyTests
{
    [Fact]
    public async Task GenerateAsync_beyond_the_limit_waits_exactly_until_there_is_room()
    {
        await using var pipeline = CreateLimited(requests: 2);
        await pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Service.GenerateAsync(Some.Request);

        var third = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(29.999));
        var sentEarly = pipeline.Provider.Requests.Count;
        pipeline.Time.Advance(TimeSpan.FromSeconds(0.001));
        var route = (await third).Route!;

        Assert.Equal((2, 3), (sentEarly, pipeline.Provider.Requests.Count));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(route.Candidates).Waited);
    }

    [Fact]
    public async Task GenerateAsync_whose_wait_does_not_fit_the_deadline_throws_at_once_with_the_time_to_come_back()
    {
        await using var pipeline = CreateLimited(requests: 1);
        await pipeline.Service.GenerateAsync(Some.Request);

        var error = await Assert.ThrowsAsync<LLMRateLimitException>(
            () => pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(59) } }));

        Assert.Equal((TimeSpan.FromSeconds(60), 0), (error.RetryAfter, error.Sends));
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_at_a_full_lane_goes_to_the_next_lane_in_place_of_waiting()
    {
        await using var lanes = TwoLanes.Create(options => options.ConfigureProvider("groq", groq => groq.RateLimits.RequestsPerMinute = 1));
        await lanes.AskAsync();

        var response = await lanes.AskAsync();

        Assert.Equal(("backup", LLMRouteOutcome.PassedOver), (response.Route!.Instance, response.Route.Candidates[0].Outcome));
    }

    [Fact]
    public async Task GenerateAsync_that_queued_while_the_circuit_opened_is_not_sent()
    {
        await using var pipeline = CreateLimited(requests: 1, options => (options.Retry.MaxAttempts, options.CircuitBreaker.ConsecutiveFailures) = (1, 1));
        pipeline.Provider.Answer = (_, token) => Some.Never(token);
        var hanging = pipeline.Service.GenerateAsync(Some.Request);
        var queued = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(80) } });

        pipeline.Time.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hanging);
        pipeline.Time.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<LLMCircuitOpenException>(() => queued);
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_an_output_cap_that_never_fits_is_refused_before_it_is_sent()
    {
        await using var pipeline = CreateLimited(tokens: 1000);

        var error = await Assert.ThrowsAsync<LLMContextLengthException>(() => pipeline.Service.GenerateAsync(Some.Request with { MaxTokens = 2000 }));

        Assert.Contains("more than the limit of 1,000", error.Message, StringComparison.Ordinal);
        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_fitted_output_asks_for_less_and_says_so()
    {
        await using var pipeline = CreateLimited(tokens: 1000, configure: options => options.RateLimiting.FitOutput = true);

        var response = await pipeline.Service.GenerateAsync(Some.Request with { MaxTokens = 2000 });

        var sent = pipeline.Provider.Requests[0].MaxTokens!.Value;
        Assert.InRange(sent, 900, 999);
        Assert.Equal(
            $"MaxTokens was lowered from 2000 to {sent}, the most with which the request ever fits the limits of groq/groq-default.",
            Assert.Single(response.Warnings, warning => warning.Code == "output_cap_fitted").Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GenerateStreamAsync_gives_unused_tokens_back_at_its_end_and_keeps_them_when_it_is_left(bool isRead)
    {
        await using var pipeline = CreateLimited(tokens: 1000);
        pipeline.Provider.Stream = (_, _) => Stream(usage: new() { PromptTokens = 5, CompletionTokens = 5 });
        await using (var updates = pipeline.Service.GenerateStreamAsync(Some.Request with { MaxTokens = 900 }).GetAsyncEnumerator())
        {
            while (await updates.MoveNextAsync() && isRead)
            {
            }
        }

        var next = pipeline.Service.GenerateAsync(Some.Request with { MaxTokens = 900 });

        Assert.Equal(isRead, next.IsCompletedSuccessfully);
        pipeline.Time.Advance(TimeSpan.FromSeconds(59));
        await next;
    }

    [Fact]
    public async Task GenerateAsync_switched_off_limits_nothing()
    {
        await using var pipeline = CreateLimited(requests: 1, configure: options => options.RateLimiting.IsEnabled = false);

        for (var i = 0; i < 5; i++)
        {
            await pipeline.Service.GenerateAsync(Some.Request);
        }

        Assert.Equal(5, pipeline.Provider.Requests.Count);
    }

    private static PipelineUnderTest CreateLimited(int? requests = null, Action<LLMPipelineOptions>? configure = null, long? tokens = null) =>
        PipelineUnderTest.Create(options =>
        {
            options.ConfigureProvider("groq", groq => (groq.RateLimits.RequestsPerMinute, groq.RateLimits.TokensPerMinute) = (requests, tokens ?? 1_000_000_000));
            configure?.Invoke(options);
        });

    private static async IAsyncEnumerable<LLMStreamUpdate> Stream(LLMUsage usage)
    {
        await Task.CompletedTask;
        yield return LLMStreamUpdate.ForText("Hello");
        yield return LLMStreamUpdate.ForCompleted(Some.Response() with { Usage = usage });
    }
}
