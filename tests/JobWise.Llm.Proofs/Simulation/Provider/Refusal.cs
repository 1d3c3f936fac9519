namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>Why a request was refused, in the terms of the body of a 429.</summary>
/// <param name="Kind">The limit that was in the way for the longest time.</param>
/// <param name="Limit">Of the window.</param>
/// <param name="Used">Before this request.</param>
/// <param name="Requested">Prompt and output cap, or 1.</param>
/// <param name="Wait">When it would fit.</param>
/// <param name="OverBy">The units that there was no room for.</param>
internal sealed record Refusal(LLMRateLimitKind Kind, long Limit, long Used, long Requested, TimeSpan Wait, decimal OverBy);
