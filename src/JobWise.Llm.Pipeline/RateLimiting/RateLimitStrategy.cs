using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The limiter of a lane in its Polly pipeline: holds an attempt back until the provider has room for it. It stands within the circuit breaker,
/// whose leave may have been lost while the attempt queued. What was taken is settled by <see cref="AttemptEnd"/>.
/// </summary>
internal sealed class RateLimitStrategy(Lane lane, RateLimiters limiters, TimeProvider timeProvider) : ResilienceStrategy<LaneAnswer>
{
    protected override ValueTask<Outcome<LaneAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        if (limiters.Get(lane.Name.Instance, lane.Name.Model) is not { } limiter)
        {
            return callback(context, state);
        }

        var wait = ReserveAsync(call, limiter);
        return wait.IsCompletedSuccessfully ? SendAsync(wait.Result, callback, context, state) : QueueAsync(wait, callback, context, state);
    }

    private ValueTask<RateLimitReservation> ReserveAsync(LaneCall call, RateLimiter limiter)
    {
        var ask = lane.AskOf(call, limiter, out var cap);
        if (cap is { } fitted)
        {
            call.FitOutput(fitted);
        }

        return limiter.ReserveAsync(ask, call.Patience, call.Token);
    }

    private async ValueTask<Outcome<LaneAnswer>> QueueAsync<TState>(
        ValueTask<RateLimitReservation> wait, Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        var startedAt = timeProvider.GetTimestamp();
        lane.Circuit.NoteQueued(call.Permit);
        RateLimitReservation reservation;
        try
        {
            reservation = await wait.ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (Exception error) when (error is LLMServiceException or OperationCanceledException)
        {
            return AttemptEnd.Settle(call, Outcome.FromException<LaneAnswer>(error));
        }
        finally
        {
            lane.Circuit.NoteSent(call.Permit);
            call.Waited += timeProvider.GetElapsedTime(startedAt);
        }

        return await SendAsync(reservation, callback, context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }

    private ValueTask<Outcome<LaneAnswer>> SendAsync<TState>(
        RateLimitReservation reservation, Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        call.Reservation = reservation;
        if (lane.Circuit.Holds(call.Permit))
        {
            return callback(context, state);
        }

        var heldBackFor = lane.Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker);
        return new(AttemptEnd.Settle(call, Outcome.FromException<LaneAnswer>(CircuitRefusal.Explain(lane, call.LastError, heldBackFor))));
    }
}
