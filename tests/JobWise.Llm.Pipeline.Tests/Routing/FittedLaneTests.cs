namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Lanes with limits that a call fits only with a shorter answer.</summary>
public class FittedLaneTests
{
    [Fact]
    public async Task GenerateAsync_that_fits_an_idle_lane_with_a_shorter_answer_does_not_wait_for_a_broken_one()
    {
        await using var lanes = await CreateAsync(fits: true);

        var answer = lanes.AskAsync(Some.Request with { MaxTokens = 2000 });

        Assert.True(answer.IsCompletedSuccessfully);
        var response = await answer;
        Assert.Equal(("groq", TimeSpan.Zero), (response.Route!.Instance, response.Route.Elapsed));
        Assert.Equal("output_cap_fitted", Assert.Single(response.Warnings).Code);
    }

    [Fact]
    public async Task GenerateAsync_that_never_fits_a_lane_waits_for_the_other_where_answers_are_not_shortened()
    {
        await using var lanes = await CreateAsync(fits: false);
        lanes.Backup.Answer = (_, _) => Task.FromResult(Some.Response());

        var answer = lanes.AskAsync(Some.Request with { MaxTokens = 2000 });
        lanes.Time.Advance(TimeSpan.FromSeconds(60));

        var candidates = (await answer).Route!.Candidates;
        Assert.Equal([LLMRouteOutcome.PassedOver, LLMRouteOutcome.Answered], candidates.Select(candidate => candidate.Outcome));
        Assert.IsType<LLMContextLengthException>(candidates[0].Error);
    }

    /// <summary>The first lane is idle and has 1,000 tokens per minute; the circuit of the second is open for a minute.</summary>
    private static async Task<TwoLanes> CreateAsync(bool fits)
    {
        var lanes = TwoLanes.Create(options =>
        {
            (options.Timeout, options.RateLimiting.FitOutput, options.CircuitBreaker.ConsecutiveFailures) = (TimeSpan.FromSeconds(120), fits, 1);
            options.ConfigureProvider("groq", groq => groq.RateLimits.TokensPerMinute = 1000);
        });
        lanes.Backup.Answer = (_, _) => throw Some.ServerError;
        await Assert.ThrowsAsync<LLMServerException>(() => lanes.AskAsync(Some.Request with { Call = new() { PinnedLane = "backup" } }));
        return lanes;
    }
}
