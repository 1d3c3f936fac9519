using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class LaneDirectoryTests
{
    [Fact]
    public async Task Made_up_models_do_not_grow_without_bound_and_forget_those_used_longest_ago()
    {
        await using var pipeline = PipelineUnderTest.Create();

        for (var i = 0; i < 3 * LaneDirectory.MostLanes; i++)
        {
            pipeline.Time.Advance(TimeSpan.FromMilliseconds(1));
            await AskAsync(pipeline, $"m{i}");
        }

        var known = Status(pipeline);
        Assert.InRange(known.Count, 1, LaneDirectory.MostLanes);
        Assert.Contains(known, lane => lane.Lane.Model == $"m{(3 * LaneDirectory.MostLanes) - 1}");
        Assert.DoesNotContain(known, lane => lane.Lane.Model == "m0");
    }

    [Fact]
    public async Task A_lane_with_an_open_circuit_is_kept()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.Retry.MaxAttempts = 1);
        pipeline.Provider.Answer = (request, _) => request.Model == "broken" ? throw Some.ServerError : Task.FromResult(Some.Response());
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<LLMServerException>(() => AskAsync(pipeline, "broken"));
        }

        await FloodAsync(pipeline);

        Assert.Equal(LLMCircuitState.Open, Status(pipeline).Single(lane => lane.Lane.Model == "broken").Circuit);
    }

    [Fact]
    public async Task A_lane_with_a_call_under_way_is_found_again()
    {
        await using var pipeline = PipelineUnderTest.Create();
        var gate = new TaskCompletionSource<LLMResponse>();
        pipeline.Provider.Answer = (request, _) => request.Model == "slow" ? gate.Task : Task.FromResult(Some.Response());
        var slow = AskAsync(pipeline, "slow");
        var lanes = pipeline.Services.GetRequiredService<LLMPipeline>().Lanes;
        var id = IdOf(lanes);

        await FloodAsync(pipeline);
        GC.Collect();

        Assert.Equal(id, IdOf(lanes));
        gate.SetResult(Some.Response());
        await slow;
    }

    [Fact]
    public async Task A_limiter_in_use_is_kept_and_those_at_rest_are_not()
    {
        await using var pipeline = PipelineUnderTest.Create(options => options.ConfigureProvider("groq", groq =>
            groq.RateLimits.Models.Add(new LLMModelRateLimitOptions { Model = "limited", TokensPerDay = 100_000 })));
        var limiters = pipeline.Services.GetRequiredService<RateLimiters>();
        var limited = limiters.Get("groq", "limited")!;
        _ = await limited.ReserveAsync(RateLimiting.LimiterUnderTest.Ask(3_000), TimeSpan.Zero, default);

        for (var i = 0; i < 2 * LaneDirectory.MostLanes; i++)
        {
            limiters.Get("groq", $"m{i}");
        }

        Assert.InRange(limiters.Kept, 1, LaneDirectory.MostLanes);
        Assert.Same(limited, limiters.Get("groq", "limited"));
    }

    /// <summary>Without holding on to the lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IdOf(LaneDirectory lanes) => RuntimeHelpers.GetHashCode(lanes.Get(new LaneKey("groq", "slow")));

    private static IReadOnlyList<LLMLaneStatus> Status(PipelineUnderTest pipeline) => pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus();

    private static Task<LLMResponse> AskAsync(PipelineUnderTest pipeline, string model) => pipeline.Service.GenerateAsync(Some.Request with { Model = model });

    private static async Task FloodAsync(PipelineUnderTest pipeline)
    {
        for (var i = 0; i < 2 * LaneDirectory.MostLanes; i++)
        {
            pipeline.Time.Advance(TimeSpan.FromMilliseconds(1));
            await AskAsync(pipeline, $"m{i}");
        }
    }
}
