using JobWise.Llm.TestKit;

namespace JobWise.Llm.Tests;

public sealed class LLMBatchExtensionsTests
{
    private readonly TwoClockTimeProvider _time = new();

    [Fact]
    public async Task CreateAsync_sequence_is_handed_on_item_by_item()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.Validating));
        LLMBatchItem[] items = [new() { CustomId = "a", Request = LLMRequest.FromPrompt("1") }, new() { CustomId = "b", Request = LLMRequest.FromPrompt("2") }];

        var batch = await batches.CreateAsync(items);

        Assert.Equal(["a", "b"], batches.CreatedIds);
        Assert.False(batch.IsEnded);
    }

    [Fact]
    public async Task WaitAsync_ended_batch_returns_at_once()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.Expired));

        var batch = await batches.WaitAsync("batch-1", timeProvider: _time);

        Assert.Equal((LLMBatchStatus.Expired, 1), (batch.Status, batches.Looks));
    }

    [Fact]
    public async Task WaitAsync_intervals_grow_by_half_up_to_the_longest()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.InProgress));
        var options = new LLMBatchWaitOptions { FirstInterval = TimeSpan.FromSeconds(4), LongestInterval = TimeSpan.FromSeconds(10) };

        var waiting = batches.WaitAsync("batch-1", options, timeProvider: _time);

        foreach (var seconds in (double[])[4, 6, 9, 10, 10])
        {
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task WaitAsync_every_look_is_reported_until_the_end()
    {
        var batches = new ScriptedBatches(
            ScriptedBatches.In(LLMBatchStatus.Validating), ScriptedBatches.In(new LLMBatchStatus("resting")), ScriptedBatches.In(LLMBatchStatus.Completed));
        var seen = new RecordedProgress();

        var waiting = batches.WaitAsync("batch-1", progress: seen, timeProvider: _time);
        await AdvanceWhenArmedAsync(5);
        await AdvanceWhenArmedAsync(7.5);
        await waiting;

        Assert.Equal(["validating", "resting", "completed"], seen.Statuses);
    }

    [Fact]
    public async Task WaitAsync_timeout_ends_the_wait_with_what_was_seen_last()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.InProgress));

        var waiting = batches.WaitAsync("batch-1", new LLMBatchWaitOptions { Timeout = TimeSpan.FromSeconds(8) }, timeProvider: _time);
        await AdvanceWhenArmedAsync(5);
        await AdvanceWhenArmedAsync(3);
        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => waiting);

        Assert.Equal(
            "The batch 'batch-1' had not ended after 00:00:08; its status is in_progress. It goes on: wait again with a longer Timeout, or cancel it.",
            error.Message);
        Assert.Equal((LLMTimeoutPhase.Total, "some-provider", 3), (error.Phase, error.Provider, batches.Looks));
    }

    [Fact]
    public async Task WaitAsync_without_a_timeout_gives_up_an_hour_after_the_batch_expires()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.InProgress, _time.GetUtcNow().AddMinutes(30)));
        var options = new LLMBatchWaitOptions { FirstInterval = TimeSpan.FromHours(1), LongestInterval = TimeSpan.FromHours(2) };

        var waiting = batches.WaitAsync("batch-1", options, timeProvider: _time);
        await AdvanceWhenArmedAsync(3600);
        _time.StepWallClock(TimeSpan.FromDays(-3));
        await AdvanceWhenArmedAsync(1800);

        await Assert.ThrowsAsync<LLMTimeoutException>(() => waiting);
    }

    [Fact]
    public async Task WaitAsync_transient_failure_is_passed_over_after_the_wait_it_asks_for()
    {
        var busy = new LLMRateLimitException("Busy.", new LLMErrorDetails { RetryAfter = TimeSpan.FromSeconds(40) });
        var batches = new ScriptedBatches(ScriptedBatches.Failing(busy), ScriptedBatches.In(LLMBatchStatus.Completed));

        var waiting = batches.WaitAsync("batch-1", timeProvider: _time);
        await AdvanceWhenArmedAsync(40);

        Assert.Equal(LLMBatchStatus.Completed, (await waiting).Status);
    }

    [Fact]
    public async Task WaitAsync_lasting_transient_failure_is_the_cause_of_the_timeout()
    {
        var failure = new LLMServerException("Down.");
        var batches = new ScriptedBatches(ScriptedBatches.Failing(failure));

        var waiting = batches.WaitAsync("batch-1", new LLMBatchWaitOptions { Timeout = TimeSpan.FromSeconds(5) }, timeProvider: _time);
        await AdvanceWhenArmedAsync(5);
        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => waiting);

        Assert.Same(failure, error.InnerException);
        Assert.Contains("the last look failed with LLMServerException.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitAsync_other_failure_ends_the_wait()
    {
        var batches = new ScriptedBatches(ScriptedBatches.Failing(new LLMAuthenticationException("No.")));

        await Assert.ThrowsAsync<LLMAuthenticationException>(() => batches.WaitAsync("batch-1", timeProvider: _time));
    }

    [Fact]
    public async Task WaitAsync_cancellation_carries_the_callers_token()
    {
        var batches = new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.InProgress));
        using var source = new CancellationTokenSource();

        var waiting = batches.WaitAsync("batch-1", timeProvider: _time, cancellationToken: source.Token);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(5));
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData(0, 10, 1, "FirstInterval is 00:00:00 and LongestInterval 00:00:10. Set the first above zero and the longest to at least the first and at most 31 days. (Parameter 'options')")]
    [InlineData(20, 10, 1, "FirstInterval is 00:00:20 and LongestInterval 00:00:10. Set the first above zero and the longest to at least the first and at most 31 days. (Parameter 'options')")]
    [InlineData(5, 10, 0, "Timeout is 00:00:00. Set it above zero and to at most 31 days, or leave it out. (Parameter 'options')")]
    public async Task WaitAsync_wrong_options_are_refused(int first, int longest, int timeout, string message)
    {
        var options = new LLMBatchWaitOptions
        {
            FirstInterval = TimeSpan.FromSeconds(first),
            LongestInterval = TimeSpan.FromSeconds(longest),
            Timeout = TimeSpan.FromSeconds(timeout),
        };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => new ScriptedBatches(ScriptedBatches.In(LLMBatchStatus.InProgress)).WaitAsync("batch-1", options, timeProvider: _time));

        Assert.Equal(message, error.Message);
    }

    private async Task AdvanceWhenArmedAsync(double seconds)
    {
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }
}
