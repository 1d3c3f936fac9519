using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class UsageWatchTests
{
    private static readonly LLMRequest Request = BudgetUnderTest.Request with { UserId = "ada" };

    [Fact]
    public async Task A_user_far_above_their_mean_is_told_once_to_listeners_and_the_log()
    {
        var (heard, log) = (new HeardAlerts(), new RecordingLogger());
        await using var pipeline = Create(heard, log);
        var start = pipeline.Time.GetUtcNow();
        await PassHoursAsync(pipeline, 30);
        pipeline.Provider.Answer = (_, _) => Task.FromResult(BudgetUnderTest.Answer(300_000, 1000));

        await pipeline.Service.GenerateAsync(Request);
        await pipeline.Service.GenerateAsync(Request);

        var alert = Assert.Single(heard.All, alert => alert.Scope == LLMUsageAlertScope.User);
        Assert.Equal(("ada", 301_000, 28, start.AddHours(30)), (alert.Value, alert.Tokens, alert.UsualTokens, alert.HourStartedAt));
        Assert.Equal("groq", Assert.Single(heard.All, alert => alert.Scope == LLMUsageAlertScope.Instance).Value);
        var texts = log.Entries.Where(entry => entry.Id.Id == 45).Select(entry => entry.Text).ToList();
        Assert.Equal(2, texts.Count);
        Assert.StartsWith("Unusual use, counted by User: 0.0", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain(texts, text => text.Contains("ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listener_that_fails_costs_nobody_the_answer()
    {
        var (heard, log) = (new HeardAlerts { Failure = new InvalidOperationException() }, new RecordingLogger());
        await using var pipeline = Create(heard, log);
        await PassHoursAsync(pipeline, 30);
        pipeline.Provider.Answer = (_, _) => Task.FromResult(BudgetUnderTest.Answer(300_000, 1000));

        await pipeline.Service.GenerateAsync(Request);

        Assert.Contains(log.Texts, text => text.StartsWith("A listener to unusual use failed with InvalidOperationException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_of_the_cache_is_no_use()
    {
        var heard = new HeardAlerts();
        await using var pipeline = Create(heard, new RecordingLogger());
        await PassHoursAsync(pipeline, 30);
        var watch = Assert.Single(pipeline.Services.GetServices<ICallWatcher>());

        watch.Answered(Request, BudgetUnderTest.Answer(300_000, 1000) with { IsCached = true }, TimeSpan.Zero);
        Assert.Empty(heard.All);
        watch.Failed(Request, new LLMStreamInterruptedException("Broken off.", new LLMErrorDetails { Usage = new LLMUsage { PromptTokens = 300_000, CompletionTokens = 1 } }), TimeSpan.Zero);
        Assert.Equal(300_001, Assert.Single(heard.All).Tokens);
    }

    [Fact]
    public void AddUsageAlerts_wrong_options_are_all_said()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddUsageAlerts(options =>
        {
            (options.Deviations, options.Factor, options.LeastUsd, options.LeastTokens) = (0.5, double.NaN, -1, -1);
            (options.LeastHours, options.HalfLife, options.MostFollowed) = (0, TimeSpan.Zero, 0);
        });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<LLMUsageAlertOptions>>().Value);

        Assert.Equal(
            [
                "LLMUsageAlertOptions.Deviations is 0.5, but must be from 1 to 100.",
                "LLMUsageAlertOptions.Factor is NaN, but must be from 1 to 1000.",
                "LLMUsageAlertOptions.LeastUsd is -1, but must be 0 or more.",
                "LLMUsageAlertOptions.LeastTokens is -1, but must be 0 or more.",
                "LLMUsageAlertOptions.LeastHours is 0, but must be from 1 to 1000.",
                "LLMUsageAlertOptions.HalfLife is 00:00:00, but must be from 1 to 1000 hours.",
                "LLMUsageAlertOptions.MostFollowed is 0, but must be from 1 to 1000000.",
            ],
            error.Failures);
    }

    private static async Task PassHoursAsync(PipelineUnderTest pipeline, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            await pipeline.Service.GenerateAsync(Request);
            pipeline.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    private static PipelineUnderTest Create(HeardAlerts heard, RecordingLogger log)
    {
        var pipeline = PipelineUnderTest.Create(
            options => options.RateLimiting.IsEnabled = false,
            builder => builder.AddUsageAlerts().Services.AddSingleton<ILLMUsageAlertListener>(heard)
                .AddLogging(logging => logging.Services.AddSingleton<ILoggerProvider>(log)));
        pipeline.Provider.Answer = (_, _) => Task.FromResult(BudgetUnderTest.Answer(8, 20));
        return pipeline;
    }

    private sealed class HeardAlerts : ILLMUsageAlertListener
    {
        public List<LLMUsageAlert> All { get; } = [];

        public Exception? Failure { get; init; }

        public void OnUnusualUse(LLMUsageAlert alert)
        {
            All.Add(alert);
            if (Failure is { } failure)
            {
                throw failure;
            }
        }
    }
}
