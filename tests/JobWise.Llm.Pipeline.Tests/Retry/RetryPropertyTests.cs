namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>What must hold for every call, seen from outside: at the providers and at the caller. Each rule is tried on a thousand random calls.</summary>
public class RetryPropertyTests(RetryRuns runs) : IClassFixture<RetryRuns>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_lane_and_a_call_send_no_more_than_they_may() => runs.Check((test, run) =>
    {
        Assert.InRange(run.Sends.Count, 0, test.MostSends);
        Assert.All(Lanes(test), lane => Assert.InRange(run.Of(lane).Count, 0, test.Retry.MaxAttempts));
    });

    [Fact]
    public void No_wait_is_begun_that_does_not_fit_the_deadline() => runs.Check((test, run) =>
    {
        if (run.Error is LLMTimeoutException { Phase: LLMTimeoutPhase.Total })
        {
            // Only a provider may still be waited for when the time is over.
            Assert.Equal(test.Timeout, run.Sends[^1].EndedAt ?? test.Timeout);
        }
    });

    [Fact]
    public void A_wait_is_at_least_100_ms_and_at_most_the_cap_or_the_hint_and_a_tenth() => runs.Check((test, run) => Assert.All(Waits(test, run), wait =>
    {
        // While another lane was asked, this one was not waited for.
        var longest = (wait.Failed.Outcome.Hint is { } hint ? hint * 1.1 : test.Retry.MaxDelay) + (wait.Time - wait.Idle);
        Assert.InRange(wait.Time, Shortest, longest > Shortest ? longest + TimeSpan.FromTicks(1) : Shortest);
    }));

    [Fact]
    public void A_lane_is_never_asked_again_before_its_providers_hint() => runs.Check((test, run) => Assert.All(
        Waits(test, run), wait => Assert.True(wait.Time >= (wait.Failed.Outcome.Hint ?? TimeSpan.Zero), wait.Failed.ToString())));

    [Fact]
    public void A_permanent_error_is_the_last_send_on_its_lane_and_so_is_a_second_unreadable_answer() => runs.Check((test, run) => Assert.All(Lanes(test), lane =>
    {
        var sends = run.Of(lane);
        for (var i = 0; i < sends.Count - 1; i++)
        {
            Assert.False(sends[i].Outcome.IsPermanent, sends[i].ToString());
            Assert.False(sends[i].Outcome.IsUnreadable && i >= 1, sends[i].ToString());
        }
    }));

    [Fact]
    public void Nothing_is_sent_after_the_first_update_of_a_stream() => runs.Check((_, run) =>
        Assert.Equal(run.Sends.Count, run.SendsAtFirstUpdate ?? run.Sends.Count));

    [Fact]
    public void Nothing_is_sent_after_the_caller_cancelled() => runs.Check((_, run) => Assert.Equal(run.Sends.Count, run.SendsAtCancel ?? run.Sends.Count));

    [Fact]
    public void A_call_ends_at_its_deadline() => runs.Check((test, run) => Assert.InRange(run.EndedAt, TimeSpan.Zero, test.Timeout + Tolerance));

    [Fact]
    public void The_random_calls_reach_what_the_rules_are_about()
    {
        var (retried, fellBack, hinted, cancelled, timedOut, brokeLater) = (0, 0, 0, 0, 0, 0);
        runs.Check((test, run) =>
        {
            var waits = Waits(test, run).ToList();
            retried += waits.Count > 0 ? 1 : 0;
            hinted += waits.Exists(wait => wait.Failed.Outcome.Hint > TimeSpan.Zero) ? 1 : 0;
            fellBack += run.Sends.Exists(send => send.Lane > 0) ? 1 : 0;
            cancelled += run.Error is OperationCanceledException ? 1 : 0;
            timedOut += run.Error is LLMTimeoutException { Phase: LLMTimeoutPhase.Total } ? 1 : 0;
            brokeLater += run.SendsAtFirstUpdate is not null && run.Error is LLMStreamInterruptedException ? 1 : 0;
        });

        var figures = new[] { retried, fellBack, hinted, cancelled, timedOut, brokeLater };
        Assert.True(Array.TrueForAll(figures, count => count >= 5), "Too little is reached: " + string.Join(", ", figures));
    }

    private static IEnumerable<int> Lanes(RetryCase test) => Enumerable.Range(0, test.Scripts.Length);

    /// <summary>Between a failed send and the next one on its lane.</summary>
    private static IEnumerable<(RetrySend Failed, TimeSpan Time, TimeSpan Idle)> Waits(RetryCase test, RetryRun run) =>
        from lane in Lanes(test)
        from pair in run.Of(lane).Zip(run.Of(lane).Skip(1))
        let lastEnd = run.Sends.Where(send => send.StartedAt < pair.Second.StartedAt).Max(send => send.EndedAt!.Value)
        select (pair.First, pair.Second.StartedAt - pair.First.EndedAt!.Value, pair.Second.StartedAt - lastEnd);
}
