using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class LLMPipelineTests
{
    private static readonly PropertyInfo Inner = typeof(DelegatingLLMService).GetProperty("InnerService", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public async Task Build_with_a_decorator_in_each_slot_nests_the_stages_in_the_documented_order()
    {
        List<string> lane = [];
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder
            .AddDecorator(LLMStage.Call, (_, next) => new CallDecorator(next))
            .AddDecorator(LLMStage.Attempt, (_, next) => new AttemptDecorator(next)));

        var call = Chain(pipeline.Service);
        var lanes = (LaneDirectory)pipeline.Services.GetRequiredService<ILLMLanes>();
        lane.AddRange(Chain(lanes.AttemptsOf("groq")).Select(stage => stage.GetType().Name));

        Assert.Equal(["LoggingLLMService", "TelemetryLLMService", "DeadlineLLMService", "GuardrailLLMService", "ModelSelectionLLMService", "CallDecorator", "RouteRevisionLLMService", "CacheLLMService", "BudgetLLMService", "RouterLLMService"], call.Select(stage => stage.GetType().Name));
        Assert.Equal(["BudgetAttemptLLMService", "AttemptDecorator", "AttemptTimeoutLLMService", "FakeProvider"], lane);
    }

    [Fact]
    public async Task Build_with_live_metrics_and_alerts_has_one_more_stage_for_both()
    {
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder.AddLiveMetrics().AddUsageAlerts());

        Assert.Equal(["LoggingLLMService", "WatchLLMService", "TelemetryLLMService"], Chain(pipeline.Service).Take(3).Select(stage => stage.GetType().Name));
    }

    [Fact]
    public async Task Build_with_a_ledger_writes_hits_outside_the_cache_and_attempts_outside_their_timeouts()
    {
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder
            .AddDecorator(LLMStage.Attempt, (_, next) => new AttemptDecorator(next)).Services.AddSingleton<ILLMUsageLedger>(new FakeLedger()));

        var call = Chain(pipeline.Service).Select(stage => stage.GetType().Name).ToList();
        var lane = Chain(((LaneDirectory)pipeline.Services.GetRequiredService<ILLMLanes>()).AttemptsOf("groq")).Select(stage => stage.GetType().Name);

        Assert.Equal(["ModelSelectionLLMService", "LedgerHitLLMService", "CacheLLMService", "BudgetLLMService", "RouterLLMService"], call[4..]);
        Assert.Equal(["BudgetAttemptLLMService", "LedgerLLMService", "AttemptDecorator", "AttemptTimeoutLLMService", "FakeProvider"], lane);
    }

    [Fact]
    public async Task GenerateAsync_with_two_decorators_in_a_slot_runs_the_first_added_outermost()
    {
        List<string> order = [];
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder
            .AddDecorator(LLMStage.Call, (_, next) => new Note(next, "first", order))
            .AddDecorator(LLMStage.Call, (_, next) => new Note(next, "second", order)));

        await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public async Task GenerateAsync_after_a_retry_has_run_the_call_slot_once_and_the_attempt_slot_per_attempt()
    {
        List<string> order = [];
        await using var pipeline = PipelineUnderTest.Create(chance: 0, build: builder => builder
            .AddDecorator(LLMStage.Call, (_, next) => new Note(next, "call", order))
            .AddDecorator(LLMStage.Attempt, (_, next) => new Note(next, "attempt", order)));
        pipeline.Provider.Script(Some.ServerError, Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        await answer;

        Assert.Equal(["call", "attempt", "attempt"], order);
    }

    [Fact]
    public async Task Build_with_a_decorator_that_returns_null_says_which_slot()
    {
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder.AddDecorator(LLMStage.Call, (_, _) => null!));

        var error = Assert.Throws<InvalidOperationException>(() => pipeline.Service);

        Assert.Equal("A decorator added at LLMStage.Call returned null. Return the inner service to add nothing.", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_prices_the_answer_and_says_how_it_was_reached()
    {
        await using var pipeline = PipelineUnderTest.Create();
        pipeline.Provider.Script(Some.Response(model: "openai/gpt-oss-20b"));

        var response = await pipeline.Service.GenerateAsync(Some.Request with { Model = "openai/gpt-oss-20b" });

        var expected = pipeline.Services.GetRequiredService<LLMPriceBook>()
            .Estimate("groq", "openai/gpt-oss-20b", 1_000_000, 1_000_000, new DateOnly(2026, 11, 24));
        Assert.NotNull(expected.Usd);
        Assert.Equal(expected.Usd, response.Cost!.Usd);
        Assert.Equal(("groq", "openai/gpt-oss-20b", 1), (response.Route!.Instance, response.Route.RequestedModel, response.Route.Sends));
        Assert.NotEqual(Guid.Empty, response.Route.CallId);
    }

    [Fact]
    public async Task GenerateStreamAsync_prices_the_response_of_its_last_update()
    {
        await using var pipeline = PipelineUnderTest.Create();

        var response = await pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();

        Assert.Equal("Hello world", response.Text);
        Assert.StartsWith("The price book has no price for 'm' (groq)", response.Cost!.UnknownBecause, StringComparison.Ordinal);
        Assert.Equal("groq", response.Route!.Instance);
    }

    [Fact]
    public async Task Metadata_is_that_of_the_configured_provider()
    {
        await using var pipeline = PipelineUnderTest.Create();

        Assert.Same(pipeline.Provider.Metadata, pipeline.Service.Metadata);
        Assert.Same(pipeline.Provider, pipeline.Service.GetService(typeof(FakeProvider)));
    }

    private static List<ILLMService> Chain(ILLMService outermost)
    {
        List<ILLMService> chain = [outermost];
        while (chain[^1] is DelegatingLLMService stage)
        {
            chain.Add((ILLMService)Inner.GetValue(stage)!);
        }

        return chain;
    }

    private sealed class CallDecorator(ILLMService next) : DelegatingLLMService(next);

    private sealed class AttemptDecorator(ILLMService next) : DelegatingLLMService(next);

    private sealed class Note(ILLMService next, string name, List<string> order) : DelegatingLLMService(next)
    {
        public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            return InnerService.GenerateAsync(request, cancellationToken);
        }
    }
}
