namespace JobWise.Llm.Pipeline;

/// <summary>What one attempt says about the health of its lane.</summary>
internal enum CircuitVerdict
{
    /// <summary>Nothing: it was cancelled, or it failed for a reason of the caller's or of the account.</summary>
    Neutral = 0,

    Success = 1,

    Failure = 2,
}
