namespace JobWise.Llm.Pipeline;

/// <summary>What the end of an attempt says of its lane. A working provider may refuse; it does not vanish, fail, stall or break off.</summary>
internal static class CircuitVerdicts
{
    /// <param name="exception">Null for an answer.</param>
    /// <param name="call">The call whose attempt ended; asked only where the exception does not say enough.</param>
    public static CircuitVerdict Of(Exception? exception, LaneCall call) => exception switch
    {
        null => CircuitVerdict.Success,
        LLMServerException or LLMConnectionException or LLMTimeoutException or LLMStreamInterruptedException => CircuitVerdict.Failure,
        // A refusal of what the model wrote (HTTP 4xx) is no sign of a broken server; a broken body under a good status is one.
        LLMInvalidResponseException { StatusCode: null or < 400 } => CircuitVerdict.Failure,
        LedgerWaitCanceledException => CircuitVerdict.Neutral,
        // A call whose own time is shorter than the attempt's limit ends a hanging attempt first. That is the provider's doing unless the call
        // had spent its time elsewhere; the caller's own cancellation says nothing.
        OperationCanceledException when call.HasHung => CircuitVerdict.Failure,
        OperationCanceledException => CircuitVerdict.Neutral,
        // It answered, if only to refuse: it works. A 429 or a wrong key among good answers must neither open a circuit nor close it.
        _ => CircuitVerdict.Neutral,
    };
}
