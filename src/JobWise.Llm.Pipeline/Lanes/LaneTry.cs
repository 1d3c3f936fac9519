namespace JobWise.Llm.Pipeline;

/// <summary>A lane that did not serve a call.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Error">Why.</param>
/// <param name="Attempts">How many requests it was sent; 0 where it was passed over.</param>
/// <param name="Waited">How long the call waited for it.</param>
/// <param name="EndedAt">When that was known, on the monotonic clock: the error's wait counts from then.</param>
internal sealed record LaneTry(Lane Lane, LLMServiceException Error, int Attempts, TimeSpan Waited, long EndedAt);
