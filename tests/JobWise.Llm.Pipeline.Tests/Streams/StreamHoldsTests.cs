namespace JobWise.Llm.Pipeline.Tests;

public class StreamHoldsTests
{
    private static readonly LLMUsage Usage = new() { PromptTokens = 3, CompletionTokens = 1, TotalTokens = 4 };

    [Fact]
    public async Task A_finished_stream_settles_each_hold_once_with_its_response()
    {
        var (stream, hold, second) = await OpenAsync((_, _) => Some.Stream("Hello"));
        while (await stream.MoveNextAsync())
        {
        }

        await stream.DisposeAsync();

        Assert.Equal((1, 1), (hold.Settled, second.Settled));
        Assert.Equal("Hello", hold.End.Response!.Text);
    }

    [Fact]
    public async Task A_stream_that_fails_settles_each_hold_once_with_the_error_and_the_last_usage()
    {
        var failure = new LLMStreamInterruptedException("Broken off.");
        var (stream, hold, second) = await OpenAsync((_, _) => Fail(failure));
        await stream.MoveNextAsync();
        await stream.MoveNextAsync();

        await Assert.ThrowsAsync<LLMStreamInterruptedException>(async () => await stream.MoveNextAsync());
        await stream.DisposeAsync();

        Assert.Equal((1, 1), (hold.Settled, second.Settled));
        Assert.Equal((failure, Usage), (hold.End.Error, hold.End.Usage));
    }

    [Fact]
    public async Task A_stream_whose_call_ends_while_it_moves_settles_each_hold_once_as_cancelled()
    {
        using var call = new CancellationTokenSource();
        var (stream, hold, second) = await OpenAsync((_, token) => Some.StreamThatHangs([LLMStreamUpdate.ForText("Hello")], token), call.Token);
        await stream.MoveNextAsync();

        var move = stream.MoveNextAsync().AsTask();
        await call.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);
        await stream.DisposeAsync();

        Assert.Equal((1, 1), (hold.Settled, second.Settled));
        Assert.IsAssignableFrom<OperationCanceledException>(hold.End.Error);
    }

    [Fact]
    public async Task A_stream_whose_call_ends_while_it_rests_settles_each_hold_once_as_abandoned()
    {
        using var call = new CancellationTokenSource();
        var (stream, hold, second) = await OpenAsync((_, _) => Some.Stream("Hello"), call.Token);
        await stream.MoveNextAsync();

        await call.CancelAsync();
        var settledAtOnce = hold.Settled;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.MoveNextAsync());
        await stream.DisposeAsync();

        Assert.Equal((1, 1, 1, true), (settledAtOnce, hold.Settled, second.Settled, hold.End.IsAbandoned));
    }

    [Fact]
    public async Task A_stream_that_its_consumer_leaves_settles_each_hold_once_as_abandoned()
    {
        var (stream, hold, second) = await OpenAsync((_, _) => Some.Stream("Hello"));
        await stream.MoveNextAsync();

        await stream.DisposeAsync();
        await stream.DisposeAsync();

        Assert.Equal((1, 1, true), (hold.Settled, second.Settled, hold.End.IsAbandoned));
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_response_counts_as_neither_answered_nor_failed()
    {
        var (stream, hold, _) = await OpenAsync((_, _) => Some.StreamThatSettles(() => { }));
        while (await stream.MoveNextAsync())
        {
        }

        await stream.DisposeAsync();

        Assert.Equal((1, true), (hold.Settled, hold.End.IsAbandoned));
    }

    [Fact]
    public async Task A_hold_that_comes_after_the_end_is_settled_at_once_with_that_end()
    {
        using var call = new CancellationTokenSource();
        var (stream, _, _) = await OpenAsync((_, _) => Some.Stream("Hello"), call.Token);
        await call.CancelAsync();

        var late = new RecordingHold();
        stream.Own(late);
        await stream.DisposeAsync();

        Assert.Equal((1, true), (late.Settled, late.End.IsAbandoned));
    }

    [Fact]
    public async Task A_hold_hears_the_limits_that_came_with_the_first_update_and_later_ones()
    {
        var limits = LLMStreamUpdate.ForRateLimits(new LLMRateLimitSnapshot());
        var (stream, hold, _) = await OpenAsync((_, _) => new[] { limits, LLMStreamUpdate.ForText("a"), limits }.ToAsyncEnumerable());

        while (await stream.MoveNextAsync())
        {
        }

        Assert.Equal(2, hold.Notes);
    }

    [Fact]
    public void A_hold_that_races_with_the_end_is_settled_exactly_once()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var (holds, all) = (new StreamHolds(), Enumerable.Range(0, 3).Select(_ => new RecordingHold()).ToList());
            Parallel.Invoke(
                () => all.ForEach(hold => holds.Add(hold, LLMStreamUpdate.ForText("a"))),
                () => holds.End(response: null, error: null),
                () => holds.End(Some.Response(), error: null));

            Assert.All(all, hold => Assert.Equal(1, hold.Settled));
        }
    }

    private static async IAsyncEnumerable<LLMStreamUpdate> Fail(Exception failure)
    {
        await Task.CompletedTask;
        yield return LLMStreamUpdate.ForText("Hello");
        yield return LLMStreamUpdate.ForUsage(Usage);
        throw failure;
    }

    /// <summary>Open, with its first update there, and two things held for it.</summary>
    private static async Task<(OpenStream Stream, RecordingHold First, RecordingHold Second)> OpenAsync(
        Func<LLMRequest, CancellationToken, IAsyncEnumerable<LLMStreamUpdate>> updates, CancellationToken call = default)
    {
        var stream = await OpenStream.OpenAsync(new FakeProvider { Stream = updates }, Some.Request, TimeProvider.System, call);
        var (first, second) = (new RecordingHold(), new RecordingHold());
        stream.Own(first);
        stream.Own(second);
        return (stream, first, second);
    }
}
