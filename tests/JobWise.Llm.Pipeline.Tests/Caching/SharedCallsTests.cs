namespace JobWise.Llm.Pipeline.Tests;

public class SharedCallsTests
{
    [Fact]
    public async Task GenerateAsync_from_64_threads_at_once_sends_one_request_and_one_caller_pays()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        using var meter = new PipelineMeter();
        var record = new CacheRecord(meter, new LLMPriceBook(), TimeProvider.System, new RecordingLogger());
        call.Save(Some.Response() with { Route = new LLMRoute { Instance = "groq", RequestedModel = "m" } });

        var answer = await new SharedCalls(upstream, settings.Current, record).GenerateAsync(call, isFresh: false, CancellationToken.None);

        Assert.True(answer.IsCached);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task GenerateAsync_whose_leader_is_cancelled_answers_the_others()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
        var second = pipeline.Service.GenerateAsync(Some.Request);

        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);
        upstream.Answer();

        Assert.Equal((true, 1), ((await second).IsCached, upstream.Sends));
    }

    [Fact]
    public async Task GenerateAsync_that_fails_after_its_leader_has_left_gives_the_others_the_failure_and_repeats_no_mistake()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
        var others = Enumerable.Range(0, 5).Select(_ => pipeline.Service.GenerateAsync(Some.Request)).ToArray();
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);

        upstream.Fail(new LLMInvalidRequestException("no"));

        foreach (var other in others)
        {
            await Assert.ThrowsAsync<LLMInvalidRequestException>(() => other);
        }

        Assert.Equal(1, upstream.Sends);
    }

    [Fact]
    public async Task GenerateAsync_whose_leader_has_no_time_for_the_retry_waits_for_it_by_the_time_of_the_others()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream, attempts: 2);
        var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
        var second = pipeline.Service.GenerateAsync(Some.Request);

        upstream.Fail(Some.RateLimit(retryAfterSeconds: 5));
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromSeconds(5.25));
        pipeline.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, upstream.Sends);
        pipeline.Time.Advance(TimeSpan.FromSeconds(0.25));
        await upstream.WaitForSendAsync(2);
        upstream.Answer();

        Assert.True((await second).IsCached);
        await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);
    }

    [Fact]
    public async Task GenerateAsync_that_its_last_waiter_cancels_after_the_leaders_deadline_says_nothing_of_the_lane()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out _);
        for (var i = 0; i < 5; i++)
        {
            using var caller = new CancellationTokenSource();
            var hasty = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
            var second = pipeline.Service.GenerateAsync(Some.Request, caller.Token);
            pipeline.Time.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<LLMTimeoutException>(() => hasty);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }

        Assert.Equal(LLMCircuitState.Closed, pipeline.Circuit);
    }

    [Fact]
    public async Task GenerateAsync_that_hangs_beyond_the_deadline_of_its_last_waiter_counts_against_the_lane_though_its_leader_had_time()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out _);
        for (var i = 0; i < 5; i++)
        {
            using var leader = new CancellationTokenSource();
            var first = pipeline.Service.GenerateAsync(Some.Request, leader.Token);
            var second = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });
            await leader.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            pipeline.Time.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<LLMTimeoutException>(() => second);
        }

        Assert.Equal(LLMCircuitState.Open, pipeline.Circuit);
    }

    [Fact]
    public async Task GenerateAsync_that_fails_at_its_leaders_most_sends_is_begun_anew_by_one_who_may_send_more()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
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
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        var poor = pipeline.Service.GenerateAsync(Some.Request with { UserId = "poor" });
        var second = pipeline.Service.GenerateAsync(Some.Request with { UserId = "rich" });

        upstream.Fail(new LLMBudgetException("used up") { Budget = "b" });
        await Assert.ThrowsAsync<LLMBudgetException>(() => poor);
        await upstream.WaitForSendAsync(2);
        upstream.Answer();

        Assert.Equal(("Say hello.", false), ((await second).Text, (await second).IsCached));
    }

    [Fact]
    public async Task An_answer_reaches_a_caller_who_is_alone_on_the_thread_that_brings_it()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Cache.IsEnabled = true);
        var upstream = new TaskCompletionSource<LLMResponse>();
        pipeline.Provider.Answer = (_, _) => upstream.Task;

        var isDone = await Task.Run(() =>
        {
            var call = pipeline.Service.GenerateAsync(Some.Request);
            upstream.SetResult(Some.Response());
            return call.IsCompletedSuccessfully;
        });

        Assert.True(isDone);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_caller_who_blocks_where_the_answer_reaches_it_delays_no_other(int blocking)
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);
        using var release = new ManualResetEventSlim();
        var calls = Enumerable.Range(0, 3).Select(_ => pipeline.Service.GenerateAsync(Some.Request)).ToArray();
        var blocked = calls[blocking].ContinueWith(_ => release.Wait(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        upstream.Answer();
        await Task.WhenAll(calls.Where(call => call != calls[blocking])).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(blocked.IsCompleted);
        release.Set();
        await blocked;
    }
}
