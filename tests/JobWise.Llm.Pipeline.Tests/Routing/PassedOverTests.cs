namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Why a lane was not asked, as the answer of another tells it.</summary>
public class PassedOverTests
{
    [Fact]
    public async Task A_lane_whose_queue_is_too_long_says_when_there_is_room()
    {
        await using var lanes = TwoLanes.Create(options => options.ConfigureProvider("groq", groq => groq.RateLimits.RequestsPerMinute = 1));
        await lanes.AskAsync();

        var passedOver = (await lanes.AskAsync()).Route!.Candidates[0];

        Assert.Equal((LLMRouteOutcome.PassedOver, 0, TimeSpan.Zero), (passedOver.Outcome, passedOver.Attempts, passedOver.Waited));
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.IsType<LLMRateLimitException>(passedOver.Error).RetryAfter);
        Assert.StartsWith(
            "The limit of 1 requests per minute of groq/groq-default has no room for this call before 60 s have passed, the calls ahead of it included, and it may wait 1 s.",
            passedOver.Error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lane_whose_circuit_is_ready_again_when_the_answer_comes_says_why_it_was_not_when_it_went()
    {
        await using var lanes = TwoLanes.Create(options => (options.CircuitBreaker.ConsecutiveFailures, options.CircuitBreaker.Break) = (1, TimeSpan.FromSeconds(5)));
        lanes.First.Script(Some.ServerError);
        await lanes.AskAsync();
        lanes.Backup.Answer = (_, _) =>
        {
            lanes.Time.Advance(TimeSpan.FromSeconds(6));
            return Task.FromResult(Some.Response());
        };

        var passedOver = (await lanes.AskAsync()).Route!.Candidates[0];

        Assert.Equal(LLMRouteOutcome.PassedOver, passedOver.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.IsType<LLMCircuitOpenException>(passedOver.Error).RetryAfter);
    }

    [Fact]
    public async Task A_lane_that_is_set_aside_only_until_the_answer_comes_says_what_its_account_refused()
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.SetAside = TimeSpan.FromSeconds(5));
        lanes.First.Script(new LLMQuotaException("The credit is used up."));
        await lanes.AskAsync();
        lanes.Backup.Answer = (_, _) =>
        {
            lanes.Time.Advance(TimeSpan.FromSeconds(6));
            return Task.FromResult(Some.Response());
        };

        Assert.IsType<LLMQuotaException>((await lanes.AskAsync()).Route!.Candidates[0].Error);
    }
}
