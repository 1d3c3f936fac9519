namespace JobWise.Llm.Pipeline.Tests;

public class SharedCallsTests
{
    [Fact]
    public async Task GenerateAsync_from_64_threads_at_once_sends_one_request_and_one_caller_pays()
    {
        await using var pipeline = Create(out var upstream);
        using var start = new Barrier(64);
        upstream.HoldUntil = 64;

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return pipeline.Service.GenerateAsync(Some.Request);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal(1, upstream.Sends);
        Assert.Equal((1, 63), (answers.Count(answer => !answer.IsCached), answers.Count(answer => answer is { IsCached: true, Cost.Usd: 0 })));
        Assert.Equal(64, answers.Select(answer => answer.Route!.CallId).Distinct().Count());
    }

    [Fact]
    public async Task GenerateAsync_by_waves_of_threads_sends_one_request_for_each_prompt()
    {
        await using var pipeline = Create(out var upstream);
        upstream.IsHeld = false;

        await Parallel.ForAsync(0, 4000, async (number, token) =>
        {
            var answer = await pipeline.Service.GenerateAsync(LLMRequest.FromPrompt($"prompt {number / 20}"), token);
            Assert.Equal($"prompt {number / 20}", answer.Text);
        });

        Assert.Equal(200, upstream.Sends);
    }

    [Fact]
    public async Task GenerateAsync_of_a_call_that_missed_just_before_an_equal_one_landed_sends_nothing()
    {
        using var settings = new SettingsUnderTest(_ => { });
        var upstream = new FakeProvider();
        var call = new CachedCall(
            Some.Request with { Model = "m" }, default, "groq", TimeSpan.FromHours(1), new MemoryResponseStore(settings.Current, TimeProvider.System));
        await call.SaveAsync(Some.Response() with { Route = new LLMRoute { Instance = "groq", RequestedModel = "m" } }, CancellationToken.None);

        var answer = await new SharedCalls(upstream, settings.Current, new RecordingLogger()).GenerateAsync(call, isFresh: false, CancellationToken.None);

        Assert.True(answer.IsCached);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task GenerateAsync_whose_leader_is_cancelled_answers_the_others()
    {
        await using var pipeline = Create(out var upstream);
        using var leader = new CancellationTokenSource();
        var first = pipeline.Service.GenerateAsync(Some.Request, leader.Token);
        var second = pipeline.Service.GenerateAsync(Some.Request);

        await leader.CancelAsync();

        Assert.Equal(leader.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
        upstream.Answer();
        Assert.Equal(("Say hello.", 1), ((await second).Text, upstream.Sends));
    }

    [Fact]
    public async Task GenerateAsync_whose_last_waiter_leaves_ends_the_flight_and_keeps_nothing()
    {
        await using var pipeline = Create(out var upstream);
        using var both = new CancellationTokenSource();
        var first = pipeline.Service.GenerateAsync(Some.Request, both.Token);
        var second = pipeline.Service.GenerateAsync(Some.Request, both.Token);
        Assert.False(upstream.LastToken.IsCancellationRequested);

        await both.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(upstream.LastToken.IsCancellationRequested);
        upstream.IsHeld = false;
        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task GenerateAsync_that_fails_upstream_gives_every_waiter_the_failure_and_sends_once()
    {
        await using var pipeline = Create(out var upstream);
        var calls = Enumerable.Range(0, 8).Select(_ => pipeline.Service.GenerateAsync(Some.Request)).ToArray();
        var failure = new LLMAuthenticationException("no");

        upstream.Fail(failure);

        foreach (var call in calls)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<LLMAuthenticationException>(() => call));
        }

        Assert.Equal(1, upstream.Sends);
    }

    [Fact]
    public async Task GenerateAsync_of_a_waiter_whose_own_deadline_comes_ends_that_wait_only()
    {
        await using var pipeline = Create(out var upstream);
        var first = pipeline.Service.GenerateAsync(Some.Request);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });

        pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(LLMTimeoutPhase.Total, (await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty)).Phase);
        upstream.Answer();
        Assert.False((await first).IsCached);
    }

    [Fact]
    public async Task GenerateAsync_whose_leaders_deadline_comes_goes_on_for_the_others()
    {
        await using var pipeline = Create(out var upstream);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
        var second = pipeline.Service.GenerateAsync(Some.Request);

        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);
        upstream.Answer();

        Assert.Equal((true, 1), ((await second).IsCached, upstream.Sends));
    }

    [Fact]
    public async Task GenerateAsync_that_fails_after_its_leader_has_left_is_begun_anew_by_the_others_once()
    {
        await using var pipeline = Create(out var upstream);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
        var others = Enumerable.Range(0, 5).Select(_ => pipeline.Service.GenerateAsync(Some.Request)).ToArray();
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);

        upstream.Fail(new LLMAuthenticationException("no"));
        await upstream.WaitForSendAsync(2);
        upstream.Answer();

        var answers = await Task.WhenAll(others);
        Assert.Equal((2, 1), (upstream.Sends, answers.Count(answer => !answer.IsCached)));
    }

    [Fact]
    public async Task GenerateAsync_that_fails_at_its_leaders_most_sends_is_begun_anew_by_one_who_may_send_more()
    {
        await using var pipeline = Create(out var upstream);
        var frugal = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { MostSends = 1 } });
        var second = pipeline.Service.GenerateAsync(Some.Request);

        upstream.Fail(Some.ServerError);
        await Assert.ThrowsAsync<LLMServerException>(() => frugal);
        await upstream.WaitForSendAsync(2);
        upstream.Answer();

        Assert.False((await second).IsCached);
    }

    [Fact]
    public async Task GenerateAsync_that_fails_at_its_leaders_budget_is_begun_anew_by_another()
    {
        await using var pipeline = Create(out var upstream);
        var poor = pipeline.Service.GenerateAsync(Some.Request with { UserId = "poor" });
        var second = pipeline.Service.GenerateAsync(Some.Request with { UserId = "rich" });

        upstream.Fail(new LLMBudgetException("used up") { Budget = "b" });
        await Assert.ThrowsAsync<LLMBudgetException>(() => poor);
        await upstream.WaitForSendAsync(2);
        upstream.Answer();

        Assert.Equal(("Say hello.", false), ((await second).Text, (await second).IsCached));
    }

    [Fact]
    public async Task An_answer_reaches_everyone_on_the_thread_that_brings_it()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Cache.IsEnabled = true);
        var upstream = new TaskCompletionSource<LLMResponse>();
        pipeline.Provider.Answer = (_, _) => upstream.Task;

        var areDone = await Task.Run(() =>
        {
            var (first, second, stream) = (
                pipeline.Service.GenerateAsync(Some.Request),
                pipeline.Service.GenerateAsync(Some.Request),
                pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync());
            upstream.SetResult(Some.Response());
            return (first.IsCompletedSuccessfully, second.IsCompletedSuccessfully, stream.IsCompletedSuccessfully);
        });

        Assert.Equal((true, true, true), areDone);
    }

    [Fact]
    public async Task GenerateAsync_for_two_tenants_sends_twice()
    {
        await using var pipeline = Create(out var upstream);

        var first = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "a" } });
        var second = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "b" } });
        upstream.Answer();
        await Task.WhenAll(first, second);

        Assert.Equal(2, upstream.Sends);
    }

    [Theory]
    [InlineData(LLMCacheMode.Bypass)]
    [InlineData(LLMCacheMode.Refresh)]
    [InlineData(LLMCacheMode.ReadOnly)]
    public async Task GenerateAsync_of_another_mode_does_not_join(LLMCacheMode mode)
    {
        await using var pipeline = Create(out var upstream);

        var first = pipeline.Service.GenerateAsync(Some.Request);
        var second = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { CacheMode = mode } });
        upstream.Answer();
        await Task.WhenAll(first, second);

        Assert.Equal(2, upstream.Sends);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_joins_late_replays_what_has_come_and_follows_live()
    {
        await using var pipeline = Create(out var upstream);
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
        await using var pipeline = Create(out var upstream);
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
        await using var pipeline = Create(out var upstream);
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
        await using var pipeline = Create(out var upstream);
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
        await using var pipeline = Create(out var upstream);
        var lying = Open(pipeline);
        await NextAsync(lying, upstream, "Say ");

        pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        await upstream.Settled;
        await Assert.ThrowsAsync<LLMTimeoutException>(() => lying.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task GenerateStreamAsync_of_a_follower_whose_deadline_comes_ends_that_one_only()
    {
        await using var pipeline = Create(out var upstream);
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
        await using var pipeline = Create(out var upstream);
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

    private static PipelineUnderTest Create(out HeldProvider upstream)
    {
        var held = upstream = new HeldProvider();
        return PipelineUnderTest.Create(
            options =>
            {
                (options.Cache.IsEnabled, options.Provider, options.Retry.MaxAttempts) = (true, "held", 1);
                (options.AttemptTimeouts.FirstContent, options.AttemptTimeouts.Idle) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            },
            builder => builder.AddProvider("held", (_, _) => held));
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
