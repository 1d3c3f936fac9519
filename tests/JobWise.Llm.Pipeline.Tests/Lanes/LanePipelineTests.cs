using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class LanePipelineTests
{
    /// <summary>
    /// Retry, circuit, limits, and the circuit once more: the second attempt takes room of its own; a call whose leave was lost in the queue is
    /// not sent; one that the circuit refuses takes no room.
    /// </summary>
    [Fact]
    public void A_lane_repeats_asks_its_circuit_then_its_limits_and_its_circuit_again_before_it_sends() => VirtualThread.Run(() =>
    {
        var pipeline = CreateLane();
        var limiter = pipeline.Services.GetRequiredService<LLMPipeline>().Parts.RateLimiters.Get("groq", "groq-default")!;
        var sends = 0;
        pipeline.Provider.Answer = (_, _) => ++sends == 1
            ? Task.FromResult(Some.Response() with { Usage = null }) : Task.FromException<LLMResponse>(Some.ServerError);

        var served = pipeline.Service.GenerateAsync(Some.Request);
        var room = limiter.Totals.Reserved;
        var repeated = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(Backoff.Shortest);
        var queued = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(60));
        var refused = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Timeout = TimeSpan.FromSeconds(1) } });

        Assert.True(served.IsCompletedSuccessfully);
        Assert.Equal(2, Assert.IsType<LLMServerException>(repeated.Exception!.InnerException).Sends);
        Assert.All(new[] { queued, refused }, call => Assert.IsType<LLMCircuitOpenException>(call.Exception!.InnerException));
        Assert.Equal((3, 4 * room), (sends, limiter.Totals.Reserved));
    });

    /// <summary>Two requests a minute, two attempts, and a circuit that opens after two failures.</summary>
    private static PipelineUnderTest CreateLane() => PipelineUnderTest.Create(
        options =>
        {
            (options.Retry.MaxAttempts, options.CircuitBreaker.ConsecutiveFailures, options.Timeout) = (2, 2, TimeSpan.FromSeconds(120));
            options.ConfigureProvider("groq", groq => (groq.RateLimits.RequestsPerMinute, groq.RateLimits.TokensPerMinute) = (2, 1_000_000_000));
        },
        chance: 0);
}
