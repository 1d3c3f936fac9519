using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class CostEstimatorTests
{
    private const string Model = "openai/gpt-oss-20b";

    /// <summary>Sixty bytes.</summary>
    private static readonly LLMRequest Request = LLMRequest.FromPrompt(new string('x', 60)) with { Model = Model, MaxTokens = 500 };

    [Fact]
    public async Task Estimate_before_any_answer_tells_the_least_and_the_most_but_no_usual_cost()
    {
        await using var pipeline = PipelineUnderTest.Create();

        var estimate = Assert.Single(Estimator(pipeline).Estimate(Request));

        Assert.Equal((new LLMLane { Instance = "groq", Model = Model }, 19, 28, null, 500), (estimate.Lane, estimate.PromptTokens, estimate.MostPromptTokens, estimate.UsualOutputTokens, estimate.MostOutputTokens));
        Assert.Equal(19 * 0.075m / 1_000_000, estimate.Least.Usd);
        Assert.Equal(((28 * 0.075m) + (500 * 0.30m)) / 1_000_000, estimate.Most.Usd);
        Assert.Equal($"Too few answers of '{Model}' to this workflow were seen to tell the usual output.", estimate.Usual.UnknownBecause);
        Assert.True(estimate.Most.IsEstimated);
        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task Estimate_after_enough_answers_knows_prompt_and_usual_output()
    {
        await using var pipeline = PipelineUnderTest.Create();
        for (var i = 1; i <= 9; i++)
        {
            var usage = new LLMUsage { PromptTokens = 30, CompletionTokens = 10 * i, TotalTokens = 30 + (10 * i) };
            pipeline.Provider.Answer = (_, _) => Task.FromResult(Some.Response(Model) with { Usage = usage });
            await pipeline.Service.GenerateAsync(Request);
            pipeline.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var estimate = Assert.Single(Estimator(pipeline).Estimate(Request));

        Assert.Equal((30, 50), (estimate.PromptTokens, estimate.UsualOutputTokens));
        Assert.Equal(((30 * 0.075m) + (50 * 0.30m)) / 1_000_000, estimate.Usual.Usd);
        Assert.True(estimate.Least.Usd < estimate.Usual.Usd && estimate.Usual.Usd < estimate.Most.Usd);
        Assert.Equal(20, Assert.Single(Estimator(pipeline).Estimate(Request with { MaxTokens = 20 })).UsualOutputTokens);
    }

    [Fact]
    public async Task Estimate_of_a_route_has_each_lane_with_its_own_price()
    {
        await using var lanes = TwoLanes.Create();

        var estimates = lanes.Services.GetRequiredService<ILLMCostEstimator>().Estimate(Request with { MaxTokens = null });

        Assert.Equal(["groq/openai/gpt-oss-20b", "backup/backup-default"], estimates.Select(estimate => estimate.Lane.ToString()));
        Assert.Equal((2000, 2000), (estimates[0].MostOutputTokens, estimates[1].MostOutputTokens));
        Assert.NotNull(estimates[0].Most.Usd);
        Assert.StartsWith("The price book has no price for 'backup-default' (backup)", estimates[1].Most.UnknownBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_of_a_pinned_lane_and_of_a_batch()
    {
        await using var lanes = TwoLanes.Create();
        var estimator = lanes.Services.GetRequiredService<ILLMCostEstimator>();
        var pinned = Request with { Call = new LLMCallOptions { PinnedLane = "groq" } };

        var batch = Assert.Single(estimator.Estimate(pinned, isBatch: true));

        Assert.Equal(Assert.Single(estimator.Estimate(pinned)).Most.Usd / 2, batch.Most.Usd);
    }

    [Fact]
    public async Task Estimate_of_a_workflow_that_is_not_there_fails_as_the_call_would()
    {
        await using var pipeline = PipelineUnderTest.Create();

        Assert.Throws<LLMUnknownWorkflowException>(() => Estimator(pipeline).Estimate(Request with { Workflow = "nobody" }));
    }

    private static ILLMCostEstimator Estimator(PipelineUnderTest pipeline) => pipeline.Services.GetRequiredService<ILLMCostEstimator>();
}
