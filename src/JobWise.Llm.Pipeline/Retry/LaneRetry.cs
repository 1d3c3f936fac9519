using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Repeats what failed, on Polly. The decision and the wait are ours; Polly runs the loop and waits on the injected clock. Its pipeline is
/// built at the first transient failure: a call that succeeds never touches Polly, whose first use costs tens of milliseconds.
/// </summary>
internal sealed class LaneRetry(TimeProvider timeProvider, Jitter jitter, ILogger logger)
{
    /// <summary>Far above what <see cref="LLMRetryOptions.MaxAttempts"/> may be; the decision ends the loop.</summary>
    private const int NoLimit = 100;

    private static readonly ResiliencePropertyKey<LaneCall> CallKey = new("jobwise.llm.call");
    private ResiliencePipeline<LaneAnswer>? _pipeline;

    /// <summary>Goes on after a transient first failure until an attempt succeeds or must not be repeated.</summary>
    /// <param name="call">The call, with its first attempt counted.</param>
    /// <param name="firstFailure">What the first attempt gave.</param>
    /// <param name="attempt">Makes one attempt, on a token of its own: Polly recycles the one in its context.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    public async ValueTask<Outcome<LaneAnswer>> GoOnAsync(
        LaneCall call,
        Outcome<LaneAnswer> firstFailure,
        Func<ValueTask<Outcome<LaneAnswer>>> attempt,
        CancellationToken cancellationToken)
    {
        var pipeline = LazyInitializer.EnsureInitialized(ref _pipeline, Build);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            var isFirst = true;
            return await pipeline.ExecuteOutcomeAsync(
                (_, _) =>
                {
                    var outcome = isFirst ? ValueTask.FromResult(firstFailure) : attempt();
                    isFirst = false;
                    return outcome;
                },
                context,
                call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<LaneAnswer> Build() =>
        new ResiliencePipelineBuilder<LaneAnswer> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<LaneAnswer>
            {
                MaxRetryAttempts = NoLimit,
                ShouldHandle = arguments => ValueTask.FromResult(IsRepeated(CallOf(arguments.Context), arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(CallOf(arguments.Context).Wait),
            })
            .Build();

    private static LaneCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private bool IsRepeated(LaneCall call, Exception? exception)
    {
        if (exception is not LLMServiceException error || RetryDecision.Decide(error, call, jitter.Next()) is not { } wait)
        {
            return false;
        }

        call.Wait = wait;
        logger.Retrying(call.Scope.CallId, call.Instance, call.Attempts, error.GetType().Name, error.StatusCode, error.ProviderCode, wait.TotalMilliseconds);
        return true;
    }
}
