namespace JobWise.Llm.Pipeline;

/// <summary>
/// The circuit's leave for a stream: its result is the stream's end, not its first update. A stream that was left or cancelled after it had
/// begun says nothing.
/// </summary>
internal sealed class CircuitHold(CircuitBreaker circuit, CircuitPermit permit, LaneCall call) : IStreamHold
{
    public void Note(LLMRateLimitSnapshot limits)
    {
        // The provider's limits say nothing about its health.
    }

    public void Settle(StreamEnd end) =>
        circuit.Settle(permit, end.IsAbandoned || end.Error is OperationCanceledException ? CircuitVerdict.Neutral : CircuitVerdicts.Of(end.Error, call), call.Settings.Options.CircuitBreaker);
}
