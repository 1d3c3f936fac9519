using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The limiter of a lane in its Polly pipeline: holds an attempt back until the provider has room for it, and tells the limits how it ended. It
/// stands within the circuit breaker, whose leave may have been lost while the attempt queued.
/// </summary>
internal sealed class RateLimitStrategy(Lane lane, RateLimiters limiters, TokenEstimates estimates, TimeProvider timeProvider) : ResilienceStrategy<LaneAnswer>
{
    protected override async ValueTask<Outcome<LaneAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<LaneAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = LaneCall.Of(context);
        if (limiters.Get(lane.Name.Instance, lane.Name.Model) is not { } limiter)
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        RateLimitReservation reservation;
        try
        {
            reservation = await ReserveAsync(call, limiter).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (Exception error) when (error is LLMServiceException or OperationCanceledException)
        {
            return Outcome.FromException<LaneAnswer>(error);
        }

        if (!lane.Circuit.Holds(call.Permit))
        {
            reservation.Dispose();
            return Outcome.FromException<LaneAnswer>(
                CircuitRefusal.Explain(lane, call.LastError, lane.Circuit.HeldBackFor(call.Settings.Options.CircuitBreaker)));
        }

        var attempts = call.Attempts;
        var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        if (call.Attempts == attempts)
        {
            reservation.Dispose(); // The call had no sends left.
        }
        else
        {
            Settle(call, reservation, outcome);
        }

        return outcome;
    }

    private ValueTask<RateLimitReservation> ReserveAsync(LaneCall call, RateLimiter limiter)
    {
        var ask = estimates.Estimate(call.Request, lane.Model, limiter.Vendor.CountsOutputCap);
        if (call.Settings.Options.RateLimiting.FitOutput && limiter.FitOutput(ask) is { } cap)
        {
            call.FitOutput(cap);
            ask = ask with { OutputTokens = cap };
        }

        var wait = limiter.ReserveAsync(ask, call.Patience, call.Token);
        return wait.IsCompletedSuccessfully ? wait : MeasureAsync(call, wait);
    }

    private async ValueTask<RateLimitReservation> MeasureAsync(LaneCall call, ValueTask<RateLimitReservation> wait)
    {
        var startedAt = timeProvider.GetTimestamp();
        var reservation = await wait.ConfigureAwait(false);
        call.Waited += timeProvider.GetElapsedTime(startedAt);
        return reservation;
    }

    private void Settle(LaneCall call, RateLimitReservation reservation, Outcome<LaneAnswer> outcome)
    {
        switch (outcome)
        {
            case { Result.Stream: { } stream }:
                stream.Own(new RateLimitHold(reservation, estimates, call.Request, lane.Model));
                break;
            case { Result.Response: { } response }:
                reservation.Settle(response.Usage, response.RateLimits);
                estimates.Learn(call.Request, lane.Model, response.Usage);
                break;
            case { Exception: LLMServiceException error }:
                reservation.Fail(error);
                break;
            default:
                reservation.Cancel();
                break;
        }
    }
}
