namespace JobWise.Llm.Pipeline.Tests;

/// <summary>What put the lanes of a call into their order, as its answer tells it.</summary>
public class RouteBasisTests
{
    [Theory]
    [InlineData(LLMRouteOrder.Listed, LLMRouteBasis.Listed)]
    [InlineData(LLMRouteOrder.LowestPrice, LLMRouteBasis.Price)]
    [InlineData(LLMRouteOrder.LowestLatency, LLMRouteBasis.Latency)]
    public async Task A_configured_order_is_told(LLMRouteOrder order, LLMRouteBasis basis)
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.Order = order);

        Assert.Equal(basis, (await lanes.AskAsync()).Route!.OrderedBy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lane_that_weights_have_drawn_is_told_with_and_without_fallbacks(bool hasFallbacks)
    {
        await using var lanes = TwoLanes.Create(options =>
        {
            options.Routing.Weights["backup"] = 1;
            if (!hasFallbacks)
            {
                options.Routing.Fallbacks.Clear();
            }
        });

        var route = (await lanes.AskAsync()).Route!;

        Assert.Equal(("backup", LLMRouteBasis.Weight), (route.Instance, route.OrderedBy));
    }

    [Fact]
    public async Task Lanes_that_the_call_lists_are_told_as_listed_whatever_is_configured()
    {
        await using var lanes = TwoLanes.Create(options => (options.Routing.Order, options.Routing.Weights["groq"]) = (LLMRouteOrder.LowestLatency, 1));

        var response = await lanes.AskAsync(Some.Request with { Call = new() { Lanes = [new() { Instance = "backup" }, new() { Instance = "groq" }] } });

        Assert.Equal(LLMRouteBasis.Listed, response.Route!.OrderedBy);
    }

    [Fact]
    public async Task By_lowest_latency_each_candidate_has_the_figure_that_the_order_went_by()
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.Order = LLMRouteOrder.LowestLatency);
        (lanes.First.Answer, lanes.Backup.Answer) = (Slowly(lanes, 2), Slowly(lanes, 1));

        List<LLMRoute> routes = [];
        for (var i = 0; i < 3; i++)
        {
            routes.Add((await lanes.AskAsync()).Route!);
        }

        Assert.Equal([null, null], Latencies(routes[0]));
        Assert.Equal([null, TimeSpan.FromSeconds(2)], Latencies(routes[1]));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], Latencies(routes[2]));
        Assert.Equal("backup", routes[2].Candidates[0].Lane.Instance);
    }

    private static IEnumerable<TimeSpan?> Latencies(LLMRoute route) => route.Candidates.Select(candidate => candidate.Latency);

    private static Func<LLMRequest, CancellationToken, Task<LLMResponse>> Slowly(TwoLanes lanes, int seconds) => (_, _) =>
    {
        lanes.Time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(Some.Response());
    };
}
