namespace JobWise.Llm.Pipeline;

/// <summary>
/// The circuit's leave for a stream: its result is the stream's end, not its first update. A stream that was left, or cancelled while it came
/// along, says nothing; one that had stood still until its call was over has hung.
/// </summary>
internal sealed class CircuitHold(CircuitBreaker circuit, CircuitPermit permit, LaneCall call) : IStreamHold
{
    public void Note(LLMRateLimitSnapshot limits)
    {
        // The provider's limits say nothing about its health.
    }

    public void Settle(StreamEnd end) =>
        circuit.Settle(permit, VerdictOf(end), call.Settings.Options.CircuitBreaker);

    private CircuitVerdict VerdictOf(StreamEnd end) =>
        end.IsAbandoned ? CircuitVerdict.Neutral
        : end.Error is OperationCanceledException ? (call.HasHungFor(end.Waited) ? CircuitVerdict.Failure : CircuitVerdict.Neutral)
        : CircuitVerdicts.Of(end.Error, call);
}
