namespace JobWise.Llm.Pipeline.Tests;

public class SharedStreamsTests
{
    [Fact]
    public async Task GenerateStreamAsync_that_joins_late_replays_what_has_come_and_follows_live()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        await using var first = Open(pipeline);
        Assert.Equal("Say ", await NextAsync(first, upstream, "Say "));

        await using var second = Open(pipeline);
        Assert.Equal("Say ", await NextAsync(second));
        var (one, two) = (NextAsync(first), NextAsync(second));
        upstream.Send(LLMStreamUpdate.ForText("hello."));
        Assert.Equal(("hello.", "hello."), (await one, await two));
        upstream.Answer();

        Assert.Equal(("miss", "hit"), (await NextAsync(first), await NextAsync(second)));
        Assert.Equal((false, false), (await first.MoveNextAsync(), await second.MoveNextAsync()));
        Assert.Equal(1, upstream.Sends);
    }

    [Fact]
    public async Task A_stream_and_a_whole_call_of_the_same_request_share_one_send_whoever_comes_first()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        await using var stream = Open(pipeline);
        var next = NextAsync(stream);
        var whole = pipeline.Service.GenerateAsync(Some.Request);
        upstream.Answer();
        Assert.Equal(("miss", true), (await next, (await whole).IsCached));

        var other = LLMRequest.FromPrompt("other");
        var first = pipeline.Service.GenerateAsync(other);
        var streamed = pipeline.Service.GenerateStreamAsync(other).ToResponseAsync();
        upstream.Answer();

        Assert.Equal((false, true, 2), ((await first).IsCached, (await streamed).IsCached, upstream.Sends));
    }

    [Fact]
    public async Task GenerateStreamAsync_whose_leader_leaves_goes_on_for_the_other_and_is_kept()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var first = Open(pipeline);
        await NextAsync(first, upstream, "Say ");
        await using var second = Open(pipeline);
        await NextAsync(second);

        await first.DisposeAsync();
        upstream.Answer();

        Assert.Equal("hit", await NextAsync(second));
        Assert.True((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_everyone_leaves_is_settled_and_not_kept()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var (first, second) = (Open(pipeline), Open(pipeline));
        await NextAsync(first, upstream, "Say ");
        await NextAsync(second);

        await first.DisposeAsync();
        Assert.False(upstream.IsSettled);
        await second.DisposeAsync();

        Assert.True(upstream.IsSettled);
        upstream.IsHeld = false;
        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_is_left_lying_is_settled_at_the_deadline()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var lying = Open(pipeline);
        await NextAsync(lying, upstream, "Say ");

        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        await upstream.Settled;
        await Assert.ThrowsAsync<LLMTimeoutException>(() => lying.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task GenerateStreamAsync_of_a_follower_whose_deadline_comes_ends_that_one_only()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        await using var first = Open(pipeline);
        await NextAsync(first, upstream, "Say ");
        await using var hasty = Open(pipeline, TimeSpan.FromSeconds(1));
        await NextAsync(hasty);
        var (one, two) = (NextAsync(first), NextAsync(hasty));

        pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Say ", (await Assert.ThrowsAsync<LLMTimeoutException>(() => two)).PartialText);
        upstream.Answer();
        Assert.Equal("miss", await one);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_breaks_gives_everyone_what_came_and_the_failure()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        await using var first = Open(pipeline);
        await NextAsync(first, upstream, "Say ");
        await using var second = Open(pipeline);
        await NextAsync(second);
        var (one, two) = (NextAsync(first), NextAsync(second));

        upstream.Fail(new LLMConnectionException("cut"));

        await Assert.ThrowsAsync<LLMConnectionException>(() => one);
        await Assert.ThrowsAsync<LLMConnectionException>(() => two);
        Assert.Equal(1, upstream.Sends);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task GenerateStreamAsync_of_a_consumer_who_blocks_delays_no_other(int blocking)
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        await using var first = Open(pipeline);
        await NextAsync(first, upstream, "Say ");
        await using var second = Open(pipeline);
        await NextAsync(second);
        using var release = new ManualResetEventSlim();
        var (moves, other) = (new[] { first.MoveNextAsync().AsTask(), second.MoveNextAsync().AsTask() }, blocking == 0 ? second : first);
        var blocked = moves[blocking].ContinueWith(_ => release.Wait(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        upstream.Send(LLMStreamUpdate.ForText("hello."));
        await moves[1 - blocking].WaitAsync(TimeSpan.FromSeconds(20));
        upstream.Answer();

        Assert.Equal(blocking == 0 ? "hit" : "miss", await NextAsync(other).WaitAsync(TimeSpan.FromSeconds(20)));
        release.Set();
        await blocked;
    }

    private static IAsyncEnumerator<LLMStreamUpdate> Open(PipelineUnderTest pipeline, TimeSpan? timeout = null) =>
        pipeline.Service.GenerateStreamAsync(Some.Request with { Call = new() { Timeout = timeout } }).GetAsyncEnumerator();

    private static async Task<string?> NextAsync(IAsyncEnumerator<LLMStreamUpdate> stream, HeldProvider? upstream = null, string? text = null)
    {
        var move = stream.MoveNextAsync();
        upstream?.Send(LLMStreamUpdate.ForText(text!));
        Assert.True(await move);
        return stream.Current.Response is { } response ? (response.IsCached ? "hit" : "miss") : stream.Current.Text;
    }
}
