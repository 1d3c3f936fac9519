using JobWise.Llm.IntegrationTests.Peer;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.IntegrationTests;

/// <summary>What only the pipeline does; its waits pass in virtual time.</summary>
public abstract partial class PeerConformance
{
    private readonly TwoClockTimeProvider _time = new();

    [PeerFact]
    public async Task Retry_after_a_failure_of_the_server_sends_the_same_again()
    {
        var answer = Create(CallPath.Pipeline, _ => { }, _time).GenerateAsync(Ask("Answer at the second try."));
        await PassTheWaitAsync(upTo: TimeSpan.FromSeconds(1));

        var response = await answer;

        Assert.Equal(("Here I am.", 2), (response.Text, response.Route?.Sends));
        var journal = await Scope.ReadJournalAsync();
        Assert.Equal([503, 200], journal.Select(request => request.Status));
        JsonAssert.Equal(journal[0].Body, journal[1].Body);
    }

    [PeerFact]
    public async Task Retry_of_a_stream_that_was_refused_sends_the_same_again()
    {
        var answer = Create(CallPath.Pipeline, _ => { }, _time).GenerateStreamAsync(Ask("Answer at the second try.")).ToResponseAsync();
        await PassTheWaitAsync(upTo: TimeSpan.FromSeconds(1));

        Assert.Equal(("Here I am.", 2), ((await answer).Text, (await answer).Route?.Sends));
        Assert.Equal([503, 200], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerFact]
    public async Task Retry_after_a_rate_limit_waits_as_long_as_the_server_says()
    {
        await Scope.SetChaosAsync("""{"rateLimitRate":1}""");
        var answer = Create(CallPath.Pipeline, _ => { }, _time).GenerateAsync(Ask(LakeQuestion));
        var wait = await _time.WaitForTimerAsync(due => due < TimeSpan.FromSeconds(20));
        await Scope.SetChaosAsync("{}");
        _time.Advance(wait);

        Assert.Equal(LakeAnswer, (await answer).Text);
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
        Assert.Equal([429, 200], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerFact]
    public async Task Retry_gives_up_after_three_attempts_and_says_so()
    {
        await Scope.SetChaosAsync("""{"dropRate":1}""");
        var answer = Create(CallPath.Pipeline, _ => { }, _time).GenerateAsync(Ask(LakeQuestion));
        await PassTheWaitAsync(upTo: TimeSpan.FromSeconds(1));
        await PassTheWaitAsync(upTo: TimeSpan.FromSeconds(2));

        var error = await Assert.ThrowsAsync<LLMServerException>(() => answer);

        Assert.Equal(3, error.Sends);
        Assert.Equal([500, 500, 500], (await Scope.ReadJournalAsync()).Select(request => request.Status));
    }

    [PeerFact]
    public async Task Stream_cut_in_the_middle_is_not_sent_again()
    {
        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(
            () => ReadAsync(Create(CallPath.Pipeline, _ => { }).GenerateStreamAsync(Ask("Count to a thousand."))));

        Assert.Equal(1, error.Sends);
        Assert.Single(await Scope.ReadJournalAsync());
    }

    [PeerTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deadline_ends_a_call_that_the_server_keeps_waiting(bool streamed)
    {
        await Scope.SetChaosAsync("""{"latencyMs":30000}""");
        var service = Create(CallPath.Pipeline, options => options.Timeout = TimeSpan.FromMilliseconds(250));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => streamed
            ? ReadAsync(service.GenerateStreamAsync(Ask(LakeQuestion)))
            : service.GenerateAsync(Ask(LakeQuestion)));

        Assert.Equal(LLMTimeoutPhase.Total, error.Phase);
    }

    [PeerTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task First_content_that_does_not_come_ends_the_attempt(bool streamed)
    {
        await Scope.SetChaosAsync("""{"latencyMs":30000}""");
        var service = Create(CallPath.Pipeline, options =>
        {
            options.AttemptTimeouts.FirstContent = TimeSpan.FromMilliseconds(250);
            options.Retry.MaxAttempts = 1;
        });

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => streamed
            ? ReadAsync(service.GenerateStreamAsync(Ask(LakeQuestion)))
            : service.GenerateAsync(Ask(LakeQuestion)));

        Assert.Equal((LLMTimeoutPhase.FirstContent, true), (error.Phase, error.IsTransient));
    }

    /// <summary>Waits until the retry waits, and lets that time pass.</summary>
    private async Task PassTheWaitAsync(TimeSpan upTo) => _time.Advance(await _time.WaitForTimerAsync(due => due <= upTo));
}
