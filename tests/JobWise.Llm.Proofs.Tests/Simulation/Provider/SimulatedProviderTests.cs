using JobWise.Llm.Proofs.Simulation;
using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Tests.Simulation.Provider;

public sealed class SimulatedProviderTests
{
    private static readonly CallPlan Plan = new() { PromptTokens = 1500, OutputCap = 1000, OutputTokens = 300 };

    [Fact]
    public void GenerateAsync_prompt_and_cap_count_up_front_and_the_rest_comes_back_with_the_answer()
    {
        var (before, during, after) = Play(SimulatedLimits.PerMinute(30, 8000), async world =>
        {
            var answer = AskAsync(world);
            var during = world.First.Meter.SnapshotAt(world.Clock.Elapsed).TokensRemaining;
            var response = await answer;
            return (8000L, during, response.RateLimits!.TokensRemaining);
        });

        // 1.3 s at 133.3 tokens a second have refilled when the answer is made.
        Assert.Equal((8000, 5500, 6373), (before, during, after));
    }

    [Fact]
    public void GenerateAsync_over_the_limit_is_a_429_with_all_that_Groq_says()
    {
        var error = Play(SimulatedLimits.PerMinute(30, 4000), async world =>
        {
            var first = AskAsync(world);
            var second = await Assert.ThrowsAsync<LLMRateLimitException>(() => AskAsync(world));
            await first;
            return second;
        });

        Assert.Equal((429, "rate_limit_exceeded", TimeSpan.FromSeconds(15)), (error.StatusCode, error.ProviderCode, error.RetryAfter));
        Assert.Equal((4000, 1500, TimeSpan.FromMinutes(1)), (error.RateLimits!.TokenLimit, error.RateLimits.TokensRemaining, error.RateLimits.TokenWindow));
        Assert.Equal(
            new LLMRateLimitExcess { Kind = LLMRateLimitKind.TokensPerMinute, Limit = 4000, Used = 2500, Requested = 2500 },
            error.Details.RateLimitExcess);
    }

    [Fact]
    public void GenerateAsync_early_headers_show_what_has_not_been_given_back_yet()
    {
        var remaining = Play(SimulatedLimits.PerMinute(30, 8000), async world =>
        {
            world.First.HasEarlyHeaders = true;
            return (await AskAsync(world)).RateLimits!.TokensRemaining;
        });

        Assert.Equal(5673, remaining);
    }

    [Fact]
    public void GenerateAsync_over_a_network_takes_the_way_there_and_back()
    {
        var took = Play(new SimulatedLimits(), async world =>
        {
            world.First.Network = new SimulatedNetwork(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20));
            await AskAsync(world);
            return world.Clock.Elapsed;
        });

        Assert.Equal(TimeSpan.FromMilliseconds(1340), took);
    }

    [Theory]
    [InlineData((int)ProviderFault.Dead, typeof(LLMConnectionException))]
    [InlineData((int)ProviderFault.Failing, typeof(LLMServerException))]
    public void GenerateAsync_out_of_order_fails_in_its_way(int fault, Type expected)
    {
        var error = Play(new SimulatedLimits(), async world =>
        {
            world.First.Outages.Add(new Outage((ProviderFault)fault, TimeSpan.Zero, TimeSpan.FromHours(1)));
            return await Record.ExceptionAsync(() => AskAsync(world));
        });

        Assert.IsType(expected, error);
    }

    [Fact]
    public void GenerateAsync_hanging_ends_only_when_the_caller_stops_waiting()
    {
        var (end, at) = Play(new SimulatedLimits(), async world =>
        {
            world.First.Outages.Add(new Outage(ProviderFault.Hanging, TimeSpan.Zero, TimeSpan.FromHours(1)));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(7), world.Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(world, patience.Token));
            return (world.Log.Sends[0].End, world.Clock.Elapsed);
        });

        Assert.Equal((SendEnd.Abandoned, TimeSpan.FromSeconds(7)), (end, at));
    }

    private static T Play<T>(SimulatedLimits limits, Func<SimulatedWorld, Task<T>> body) => SimulationThread.Run(async clock =>
    {
        using var world = new SimulatedWorld(clock, seed: 1);
        world.Add("groq", limits);
        return await body(world);
    });

    private static Task<LLMResponse> AskAsync(SimulatedWorld world, CancellationToken cancellationToken = default) =>
        world.First.GenerateAsync(SimulationLog.RequestOf(world.Log.Begin(Plan, world.Clock.Elapsed)), cancellationToken);
}
