namespace JobWise.Llm.Pipeline.Tests;

public class RouteRevisionTests
{
    [Fact]
    public async Task A_model_that_a_call_decorator_changes_is_sent_cached_and_recorded_as_changed()
    {
        var model = "a";
        await using var pipeline = Create(request => request with { Model = model }, options => options.Cache.IsEnabled = true);

        var first = await pipeline.Service.GenerateAsync(Some.Request);
        model = "b";
        var second = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal(["a", "b"], pipeline.Provider.Requests.Select(request => request.Model));
        Assert.Equal(["groq/a", "groq/b"], new[] { first, second }.Select(response => response.Route!.Candidates[0].Lane.ToString()));
    }

    [Fact]
    public async Task Lanes_that_a_call_decorator_puts_in_place_bring_their_own_model()
    {
        await using var pipeline = Create(request => request with { Call = request.Call with { Lanes = [new() { Instance = "groq", Model = "own" }] } });

        await pipeline.Service.GenerateAsync(Some.Request with { Model = "of-the-request" });

        Assert.Equal("own", Assert.Single(pipeline.Provider.Requests).Model);
    }

    [Fact]
    public async Task Lanes_that_a_call_decorator_empties_leave_the_configured_provider()
    {
        await using var pipeline = Create(request => request with { Call = request.Call with { Lanes = [] } });

        var response = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal("groq", response.Route!.Instance);
    }

    [Fact]
    public async Task A_lane_that_is_listed_twice_is_tried_once_and_its_error_comes_out()
    {
        var lane = new LLMLane { Instance = "groq", Model = "a" };
        await using var pipeline = Create(request => request with { Model = "a", Call = request.Call with { Lanes = [lane, lane] } }, options => options.Retry.MaxAttempts = 1);
        pipeline.Provider.Script(Some.ServerError);

        await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));
    }

    [Fact]
    public async Task A_provider_that_cancels_by_itself_is_a_failed_connection_and_repeated()
    {
        await using var pipeline = PipelineUnderTest.Create(chance: 0);
        pipeline.Provider.Script(new TaskCanceledException("A timeout of the client."), Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);

        Assert.Equal(2, (await answer).Route!.Sends);
    }

    [Fact]
    public async Task A_stream_whose_last_update_has_come_ends_well_though_its_consumer_takes_longer_than_the_deadline()
    {
        await using var pipeline = PipelineUnderTest.Create();
        await using var updates = pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
        while (await updates.MoveNextAsync() && updates.Current.Response is null)
        {
        }

        pipeline.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.False(await updates.MoveNextAsync());
    }

    private static PipelineUnderTest Create(Func<LLMRequest, LLMRequest> change, Action<LLMPipelineOptions>? configure = null) =>
        PipelineUnderTest.Create(configure, builder => builder.AddDecorator(LLMStage.Call, (_, next) => new Changing(next, change)));

    private sealed class Changing(ILLMService next, Func<LLMRequest, LLMRequest> change) : DelegatingLLMService(next)
    {
        public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
            InnerService.GenerateAsync(change(request), cancellationToken);
    }
}
