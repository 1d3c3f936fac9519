namespace JobWise.Llm.Pipeline.Tests;

public class OpenStreamTests
{
    [Fact]
    public async Task MoveNextAsync_after_a_retried_opening_still_ends_when_the_caller_cancels()
    {
        await using var pipeline = CreateFailingOnce();
        using var caller = new CancellationTokenSource();
        await using var updates = pipeline.Service.GenerateStreamAsync(Some.Request, caller.Token).GetAsyncEnumerator();
        await OpenAfterRetryAsync(pipeline, updates);

        var move = updates.MoveNextAsync().AsTask();
        await caller.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);
        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task MoveNextAsync_after_a_retried_opening_survives_the_timeout_of_another_call_on_the_same_lane()
    {
        await using var pipeline = CreateFailingOnce();
        await using var updates = pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
        await OpenAfterRetryAsync(pipeline, updates);
        pipeline.Provider.Answer = (_, token) => pipeline.Provider.Requests.Count == 3 ? throw Some.ServerError : Some.Never(token);

        var other = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(5) } });
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        pipeline.Time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => other);
        var move = updates.MoveNextAsync().AsTask();
        var wasRunning = !move.IsCompleted;
        pipeline.Time.Advance(TimeSpan.FromSeconds(55));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => move);
        Assert.True(wasRunning);
        Assert.Equal(4, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task A_stream_that_its_consumer_abandons_is_settled_at_the_total_deadline()
    {
        await using var pipeline = PipelineUnderTest.Create();
        var settled = 0;
        pipeline.Provider.Stream = (_, _) => Some.StreamThatSettles(() => settled++);
        var updates = pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
        await updates.MoveNextAsync();

        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1, settled);
        await updates.DisposeAsync();
        Assert.Equal(1, settled);
    }

    [Fact]
    public async Task A_move_that_succeeds_after_the_deadline_leaves_no_stream_open()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.AttemptTimeouts.Idle = TimeSpan.FromHours(1));
        var (late, settled) = (new TaskCompletionSource(), new TaskCompletionSource());
        pipeline.Provider.Stream = (_, _) => Deaf(late.Task, settled);
        var updates = pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
        await updates.MoveNextAsync();

        var move = updates.MoveNextAsync().AsTask();
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));
        late.SetResult();
        await Task.WhenAny(move);

        await settled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>A provider that hears no cancellation.</summary>
    private static async IAsyncEnumerable<LLMStreamUpdate> Deaf(Task late, TaskCompletionSource settled)
    {
        try
        {
            yield return LLMStreamUpdate.ForText("Hello");
            await late;
            yield return LLMStreamUpdate.ForText(" again");
        }
        finally
        {
            settled.SetResult();
        }
    }

    [Fact]
    public async Task DisposeAsync_in_the_middle_settles_the_providers_stream_once_and_leaves_no_timer()
    {
        await using var pipeline = PipelineUnderTest.Create();
        var settled = 0;
        pipeline.Provider.Stream = (_, _) => Some.StreamThatSettles(() => settled++);

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            break;
        }

        Assert.Equal(1, settled);
        Assert.Empty(pipeline.Time.PendingTimers);
    }

    private static PipelineUnderTest CreateFailingOnce()
    {
        var pipeline = PipelineUnderTest.Create(options => options.AttemptTimeouts.Idle = TimeSpan.FromHours(1), chance: 0);
        pipeline.Provider.Stream = (_, token) =>
            pipeline.Provider.Requests.Count == 1 ? throw Some.ServerError : Some.StreamThatHangs([LLMStreamUpdate.ForText("Hello")], token);
        return pipeline;
    }

    private static async Task OpenAfterRetryAsync(PipelineUnderTest pipeline, IAsyncEnumerator<LLMStreamUpdate> updates)
    {
        var open = updates.MoveNextAsync();
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        Assert.True(await open);
    }
}
