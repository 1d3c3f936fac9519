using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class LiveMetricsTests
{
    private const string Model = "openai/gpt-oss-20b";

    private static readonly LLMRequest Request = Some.Request with { Model = Model, Workflow = "w" };

    [Fact]
    public async Task Read_adds_up_calls_tokens_times_and_cost()
    {
        await using var pipeline = Create();
        var first = await pipeline.Service.GenerateAsync(Request);
        await pipeline.Service.GenerateStreamAsync(Request with { Workflow = null }).ToResponseAsync();

        var report = Metrics(pipeline).Read();

        var all = report.All;
        Assert.Equal((2, 0, 0, 2, 2), (all.Calls, all.Errors, all.Cancelled, all.Answers, all.Sends));
        Assert.Equal((22, 14, 6, 4, 36), (all.PromptTokens, all.CompletionTokens, all.CachedTokens, all.ReasoningTokens, all.TotalTokens));
        Assert.Equal((2 * first.Cost!.Usd!.Value, 0, 7), (all.CostUsd, all.UnknownCosts, all.OutputTokensPerSecond!.Value));
        Assert.InRange(all.LatencyP95!.Value.TotalSeconds, 0.9, 1.1);
        Assert.InRange(all.TimeToFirstTokenP95!.Value.TotalSeconds, 0.45, 0.55);
        Assert.Equal(["groq"], report.ByProvider.Keys);
        Assert.Equal(["groq/" + Model], report.ByModel.Keys);
        Assert.Equal(["", "w"], report.ByWorkflow.Keys.Order());
        Assert.Equal(1, report.ByWorkflow["w"].Calls);
    }

    [Fact]
    public async Task Read_tells_failures_from_calls_that_were_cancelled()
    {
        await using var pipeline = Create();
        await pipeline.Service.GenerateAsync(Request);
        pipeline.Provider.Answer = (_, _) => throw new LLMAuthenticationException("Refused.", new LLMErrorDetails { Provider = "groq", Model = Model });
        await Assert.ThrowsAsync<LLMAuthenticationException>(() => pipeline.Service.GenerateAsync(Request));
        await foreach (var update in pipeline.Service.GenerateStreamAsync(Request))
        {
            break;
        }

        var report = Metrics(pipeline).Read();

        Assert.Equal((3, 1, 1, 0.5, 3), (report.All.Calls, report.All.Errors, report.All.Cancelled, report.All.ErrorRate, report.All.Sends));
        Assert.Equal(1, report.ByModel["groq/" + Model].Errors);
    }

    [Fact]
    public async Task Read_of_a_cache_hit_counts_what_it_saved_and_no_tokens()
    {
        await using var pipeline = Create(options => options.Cache.IsEnabled = true);
        var paid = await pipeline.Service.GenerateAsync(Request with { Temperature = 0 });
        await pipeline.Service.GenerateAsync(Request with { Temperature = 0 });

        var all = Metrics(pipeline).Read().All;

        Assert.Equal((2, 1, 0.5), (all.Answers, all.CacheHits, all.CacheHitRate));
        Assert.Equal((paid.Cost!.Usd!.Value, paid.Cost.Usd.Value, 11), (all.CostUsd, all.SavedUsd, all.PromptTokens));
    }

    [Fact]
    public async Task Read_of_the_last_minutes_forgets_older_ones_and_the_totals_do_not()
    {
        await using var pipeline = Create(minutes: 3);
        var start = pipeline.Time.GetUtcNow();
        for (var minute = 0; minute < 5; minute++)
        {
            await pipeline.Service.GenerateAsync(Request);
            pipeline.Time.Advance(TimeSpan.FromSeconds(59));
        }

        var metrics = Metrics(pipeline);

        Assert.Equal(5, metrics.Read().All.Calls);
        Assert.Equal(0, metrics.Read(TimeSpan.FromMinutes(1)).All.Calls);
        Assert.Equal(2, metrics.Read(TimeSpan.FromMinutes(3)).All.Calls);
        Assert.Equal(start.AddMinutes(3), metrics.Read(TimeSpan.FromSeconds(150)).Since);
        Assert.Equal(start.AddMinutes(5), metrics.Read().Until);
        Assert.Empty(metrics.Read(TimeSpan.FromMinutes(1)).ByModel);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public async Task Read_of_more_than_is_kept_is_refused(int minutes)
    {
        await using var pipeline = Create();

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Metrics(pipeline).Read(TimeSpan.FromMinutes(minutes)));

        Assert.StartsWith("Ask for more than nothing, and for no more than the 60 minutes of LLMMetricsOptions.Minutes.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_beyond_the_bound_count_together()
    {
        await using var pipeline = Create(series: 2);
        foreach (var workflow in (string[])["a", "b", "c", "d"])
        {
            await pipeline.Service.GenerateAsync(Request with { Workflow = null, Model = workflow });
        }

        var report = Metrics(pipeline).Read();

        Assert.Equal((4, 2), (report.All.Calls, report.ByModel["other/other"].Calls));
    }

    [Fact]
    public async Task Answered_by_many_threads_loses_none()
    {
        await using var pipeline = Create();
        var metrics = pipeline.Services.GetRequiredService<LiveMetrics>();

        Parallel.For(0, 10_000, number => metrics.Answered(Request with { Workflow = $"{number % 3}" }, Some.Response(Model), TimeSpan.FromSeconds(1)));

        Assert.Equal(10_000, metrics.Read().All.Calls);
        Assert.Equal(10_000_000_000, metrics.Read(TimeSpan.FromMinutes(1)).All.PromptTokens);
    }

    [Fact]
    public async Task Without_AddLiveMetrics_no_stage_is_there_and_nothing_is_registered()
    {
        await using var without = PipelineUnderTest.Create();
        await using var with = Create();

        Assert.Null(without.Services.GetService<ILLMMetrics>());
        Assert.Null(without.Service.GetService(typeof(WatchLLMService)));
        Assert.NotNull(with.Service.GetService(typeof(WatchLLMService)));
    }

    [Fact]
    public void AddLiveMetrics_twice_is_one_and_wrong_options_are_said()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddLiveMetrics(options => options.Minutes = 0).AddLiveMetrics(options => options.MostSeries = 10_001);
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<LLMMetricsOptions>>().Value);

        Assert.Equal(
            ["LLMMetricsOptions.Minutes is 0, but must be from 1 to 1440.", "LLMMetricsOptions.MostSeries is 10001, but must be from 1 to 10000."], error.Failures);
        Assert.Single(services, descriptor => descriptor.ServiceType == typeof(ICallWatcher));
    }

    private static ILLMMetrics Metrics(PipelineUnderTest pipeline) => pipeline.Services.GetRequiredService<ILLMMetrics>();

    /// <summary>Answers after a second, a stream's first content after half of one.</summary>
    private static PipelineUnderTest Create(Action<LLMPipelineOptions>? configure = null, int minutes = 60, int series = 100)
    {
        var pipeline = PipelineUnderTest.Create(configure, builder => builder
            .AddLiveMetrics(options => (options.Minutes, options.MostSeries) = (minutes, series))
            .ConfigureWorkflow("w", _ => { }));
        var response = Some.Response(Model) with
        {
            GenerationTime = TimeSpan.FromSeconds(1),
            Usage = new LLMUsage { PromptTokens = 11, CompletionTokens = 7, TotalTokens = 18, CachedTokens = 3, ReasoningTokens = 2 },
        };
        pipeline.Provider.Answer = (request, _) =>
        {
            pipeline.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(response with { Model = request.Model! });
        };
        pipeline.Provider.Stream = (_, _) => new[]
        {
            LLMStreamUpdate.ForText("Hello"), LLMStreamUpdate.ForCompleted(response with { TimeToFirstToken = TimeSpan.FromSeconds(0.5) }),
        }.ToAsyncEnumerable();
        return pipeline;
    }
}
