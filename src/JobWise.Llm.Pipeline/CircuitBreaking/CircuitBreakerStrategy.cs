using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The circuit breaker of a lane in its Polly pipeline. Polly's own counts on the wall clock, takes a cancelled probe for a success and waits
/// for ever for a hanging one; this one asks <see cref="CircuitBreaker"/>.
/// The leave is settled by <see cref="AttemptEnd"/>.
/// </summary>
internal sealed class CircuitBreakerStrategy(CircuitBreaker circuit) : ResilienceStrategy<LaneAnswer>
{
    protected override ValueTask<Outcome<LaneAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        if (!circuit.TryEnter(call.Settings.Options.CircuitBreaker, out var permit, out var retryAfter))
        {
            return Outcome.FromExceptionAsValueTask<LaneAnswer>(CircuitRefusal.Explain(call.Lane, call.LastError, retryAfter));
        }

        call.BeginAttempt(permit);
        return callback(context, state);
    }
}
