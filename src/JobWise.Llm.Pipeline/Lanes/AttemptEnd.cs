using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Settles what an attempt holds of its lane: its room in the limits, and the circuit's leave. Done where the attempt ends and not by the
/// strategies that took them: then these need not wait for it, and a call under way keeps two state machines less in memory.
/// </summary>
internal static class AttemptEnd
{
    /// <summary>Hands the outcome back, for a last line.</summary>
    public static Outcome<LaneAnswer> Settle(LaneCall call, Outcome<LaneAnswer> outcome)
    {
        var lane = call.Lane;
        if (outcome.Result.Stream is not { } stream)
        {
            SettleLimits(call, outcome);
            lane.Circuit.Settle(call.Permit, CircuitVerdicts.Of(outcome.Exception, call), call.Settings.Options.CircuitBreaker);
            return outcome;
        }

        if (call.Reservation is { } reservation)
        {
            stream.Own(new RateLimitHold(reservation, lane.Estimates, call.Request, lane.Model));
        }

        lane.Circuit.NoteStreaming(call.Permit);
        stream.Own(new CircuitHold(lane.Circuit, call.Permit, call));
        return outcome;
    }

    private static void SettleLimits(LaneCall call, Outcome<LaneAnswer> outcome)
    {
        switch (outcome)
        {
            case var _ when call.Reservation is null:
                break;
            case var _ when !call.IsSent:
                call.Reservation.Dispose();
                break;
            case { Result.Response: { } response }:
                call.Reservation.Settle(response.Usage, response.RateLimits);
                call.Lane.Estimates.Learn(call.Request, call.Lane.Model, response.Usage);
                break;
            case { Exception: LLMServiceException error }:
                call.Reservation.Fail(error);
                break;
            default:
                call.Reservation.Cancel();
                break;
        }
    }
}
