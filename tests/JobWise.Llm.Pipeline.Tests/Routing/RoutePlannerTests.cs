namespace JobWise.Llm.Pipeline.Tests;

public class RoutePlannerTests
{
    [Fact]
    public async Task With_weights_each_user_stays_on_one_lane_and_the_shares_are_kept()
    {
        await using var lanes = TwoLanes.Create(options => (options.Routing.Weights["groq"], options.Routing.Weights["backup"]) = (10, 90));
        var users = Enumerable.Range(0, 500).Select(i => Some.Request with { UserId = $"user-{i}" }).ToList();

        List<string?> first = [], second = [];
        foreach (var user in users)
        {
            first.Add((await lanes.AskAsync(user)).Route!.Instance);
            second.Add((await lanes.AskAsync(user)).Route!.Instance);
        }

        Assert.Equal(first, second);
        Assert.InRange(first.Count(instance => instance == "groq"), 30, 70);
    }

    [Fact]
    public async Task The_provider_of_a_workflow_goes_before_the_weights()
    {
        await using var pipeline = CreateWithWorkflow(options => options.Routing.Weights["groq"] = 100);

        var response = await pipeline.Service.GenerateAsync(Some.Request with { Workflow = "w" });

        Assert.Equal("backup", response.Route!.Instance);
    }

    [Fact]
    public async Task The_lanes_of_a_call_go_before_everything_that_is_configured()
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.Weights["groq"] = 100);

        var response = await lanes.AskAsync(Some.Request with { Call = new() { Lanes = [new() { Instance = "BACKUP", Model = "m2" }] } });

        Assert.Equal("backup/m2", Assert.Single(response.Route!.Candidates).Lane.ToString());
    }

    [Fact]
    public async Task By_lowest_price_the_cheaper_model_is_asked_first_and_one_without_a_price_last()
    {
        await using var lanes = TwoLanes.Create(options =>
        {
            options.Routing.Order = LLMRouteOrder.LowestPrice;
            options.Routing.Fallbacks.Clear();
            options.Routing.Fallbacks.Add("groq/openai/gpt-oss-120b");
            options.Routing.Fallbacks.Add("groq/openai/gpt-oss-20b");
        });

        var candidates = (await lanes.AskAsync()).Route!.Candidates;

        Assert.Equal(
            ["groq/openai/gpt-oss-20b", "groq/openai/gpt-oss-120b", "groq/groq-default"], candidates.Select(candidate => candidate.Lane.ToString()));
        Assert.Equal([true, true, false], candidates.Select(candidate => candidate.Price is not null));
    }

    [Fact]
    public async Task By_lowest_latency_the_faster_lane_is_asked_first_once_both_are_known()
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.Order = LLMRouteOrder.LowestLatency);
        lanes.First.Answer = Slowly(lanes, 2);
        lanes.Backup.Answer = Slowly(lanes, 1);

        List<string?> instances = [];
        for (var i = 0; i < 4; i++)
        {
            instances.Add((await lanes.AskAsync()).Route!.Instance);
        }

        Assert.Equal(["groq", "backup", "backup", "backup"], instances);
    }

    // Until the first answer has come nothing is known, and the order of the list holds: a few calls of that second go to a slow first lane.
    [Theory]
    [InlineData(1, 20, 10)]
    [InlineData(20, 1, 15)]
    public void By_lowest_latency_a_slow_lane_is_measured_by_one_call_a_minute_though_calls_overlap(int first, int backup, int most) => VirtualThread.Run(() =>
    {
        var lanes = TwoLanes.Create(options => options.Routing.Order = LLMRouteOrder.LowestLatency);
        (lanes.First.Answer, lanes.Backup.Answer) = (After(lanes, first), After(lanes, backup));

        List<Task<LLMResponse>> calls = [];
        for (var i = 0; i < 5 * 60 * 10; i++)
        {
            calls.Add(lanes.AskAsync());
            lanes.Time.Advance(TimeSpan.FromSeconds(0.2));
        }

        lanes.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        Assert.InRange((first > backup ? lanes.First : lanes.Backup).Requests.Count, 8, most);
    });

    [Fact]
    public async Task A_fallback_that_equals_the_first_lane_is_listed_once()
    {
        await using var lanes = TwoLanes.Create(options => options.Routing.Fallbacks.Add("GROQ"));

        Assert.Equal(2, (await lanes.AskAsync()).Route!.Candidates.Count);
    }

    [Theory]
    [InlineData("nobody", "JobWise:Llm:Routing:Fallbacks names 'nobody'. The provider 'nobody' is not registered; registered: groq. Add it with AddProvider(\"nobody\", …), or with AddOpenAICompatible(\"nobody\") for a server that speaks OpenAI's protocol.")]
    [InlineData("groq/", "JobWise:Llm:Routing:Fallbacks is 'groq/', but must be the name of a provider instance, or that, a slash and a model, such as groq/openai/gpt-oss-20b.")]
    public void A_fallback_that_cannot_be_is_reported_at_start(string lane, string message) => Assert.Equal(
        [message], OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Routing:Fallbacks:0"] = lane }, providers: "groq"));

    [Fact]
    public void Weights_that_are_all_zero_are_reported_at_start() => Assert.Equal(
        ["All of JobWise:Llm:Routing:Weights are 0, so no lane may serve. Give one a weight above 0, or remove them."],
        OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Routing:Weights:groq"] = "0" }, providers: "groq"));

    [Fact]
    public void An_unknown_order_is_reported_with_the_known_ones() => Assert.Equal(
        ["JobWise:Llm:Routing:Order is 'Cheapest', but must be one of Listed, LowestPrice, LowestLatency."],
        OptionsUnderTest.FindFailures<LLMPipelineOptions>(new() { ["JobWise:Llm:Routing:Order"] = "Cheapest" }, providers: "groq"));

    private static PipelineUnderTest CreateWithWorkflow(Action<LLMPipelineOptions> configure) => PipelineUnderTest.Create(
        options =>
        {
            options.Provider = "groq";
            configure(options);
        },
        builder => builder.AddProvider("backup", (_, _) => new FakeProvider("backup")).ConfigureWorkflow("w", workflow => workflow.Provider = "backup"));

    private static Func<LLMRequest, CancellationToken, Task<LLMResponse>> After(TwoLanes lanes, int seconds) => async (_, token) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), lanes.Time, token);
        return Some.Response();
    };

    private static Func<LLMRequest, CancellationToken, Task<LLMResponse>> Slowly(TwoLanes lanes, int seconds) => (_, _) =>
    {
        lanes.Time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(Some.Response());
    };
}
