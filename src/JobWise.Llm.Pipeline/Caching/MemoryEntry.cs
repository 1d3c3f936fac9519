namespace JobWise.Llm.Pipeline;

/// <summary>An answer in memory.</summary>
/// <param name="Key">Under which it is filed.</param>
/// <param name="Response">As it came.</param>
/// <param name="Characters">How much of the store it takes.</param>
/// <param name="StoredAt">On the monotonic clock.</param>
/// <param name="TimeToLive">From then.</param>
internal sealed record MemoryEntry(LLMCacheKey Key, LLMResponse Response, long Characters, long StoredAt, TimeSpan TimeToLive);
