namespace JobWise.Llm.Pipeline;

/// <summary>What the outer stages note of one call for the inner ones. It travels with the request, since a scope may have several calls at once.</summary>
internal sealed record CallNotes
{
    /// <summary>Null where the call is judged by its own time.</summary>
    public ICallClock? Clock { get; init; }

    /// <summary>Null where no budget is for the call.</summary>
    public BudgetSpending? Spending { get; init; }

    public static CallNotes? Of(LLMRequest request) => request.Call.PipelineState as CallNotes;

    /// <summary>The request with other notes.</summary>
    public static LLMRequest Write(LLMRequest request, CallNotes notes) => request with { Call = request.Call with { PipelineState = notes } };
}
