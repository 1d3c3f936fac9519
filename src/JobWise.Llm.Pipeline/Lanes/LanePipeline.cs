using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Retry;

namespace JobWise.Llm.Pipeline;

/// <summary>The Polly pipeline of a lane. Retry holds whatever must be asked anew for each attempt.</summary>
internal static class LanePipeline
{
    /// <summary>Far above what <see cref="LLMRetryOptions.MaxAttempts"/> may be; the decision ends the loop.</summary>
    private const int NoLimit = 100;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly checks options by their attributes; ours have none.")]
    public static ResiliencePipeline<LaneAnswer> Build(Lane lane, PipelineParts parts) =>
        new ResiliencePipelineBuilder<LaneAnswer> { TimeProvider = parts.TimeProvider }
            .AddRetry(Retry(parts))
            .AddStrategy(_ => new CircuitBreakerStrategy(lane.Circuit), new NoStrategyOptions())
            .AddStrategy(_ => new RateLimitStrategy(lane, parts.RateLimiters, parts.TimeProvider), new NoStrategyOptions())
            .Build();

    /// <summary>The decision and the wait are ours; Polly runs the loop and waits on the injected clock.</summary>
    private static RetryStrategyOptions<LaneAnswer> Retry(PipelineParts parts) => new()
    {
        MaxRetryAttempts = NoLimit,
        ShouldHandle = arguments => ValueTask.FromResult(IsRepeated(LaneCall.Of(arguments.Context), arguments.Outcome.Exception, parts)),
        DelayGenerator = static arguments => ValueTask.FromResult<TimeSpan?>(LaneCall.Of(arguments.Context).NextWait),
    };

    private static bool IsRepeated(LaneCall call, Exception? exception, PipelineParts parts)
    {
        if (exception is not LLMServiceException error || !call.HasSentSinceDecision() || RetryDecision.Decide(error, call, parts.Jitter.Next()) is not { } wait)
        {
            return false;
        }

        call.NextWait = wait;
        call.Waited += wait;
        parts.Logger.Retrying(
            call.Scope.CallId, call.Lane.Name, call.Attempts, error.GetType().Name, error.StatusCode, error.ProviderCode, wait.TotalMilliseconds);
        return true;
    }
}
