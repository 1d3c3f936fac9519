using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The circuit breaker of a lane in its Polly pipeline. Polly's own counts on the wall clock, takes a cancelled probe for a success and waits
/// for ever for a hanging one; this one asks <see cref="CircuitBreaker"/>.
/// </summary>
internal sealed class CircuitBreakerStrategy(CircuitBreaker circuit) : ResilienceStrategy<LaneAnswer>
{
    protected override async ValueTask<Outcome<LaneAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        var options = call.Settings.Options.CircuitBreaker;
        if (!circuit.TryEnter(options, out var permit, out var retryAfter))
        {
            return Outcome.FromException<LaneAnswer>(CircuitRefusal.Explain(call.Lane, call.LastError, retryAfter));
        }

        call.Permit = permit;
        var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        if (outcome.Result.Stream is { } stream)
        {
            stream.Own(new CircuitHold(circuit, permit, call));
        }
        else
        {
            circuit.Settle(permit, CircuitVerdicts.Of(outcome.Exception, call), options);
        }

        return outcome;
    }
}
