namespace JobWise.Llm.Pipeline;

/// <summary>How long a request would have to wait, and for which limit.</summary>
/// <param name="Ticks">Zero is at once.</param>
/// <param name="Bucket">The limit that is in the way; null where none is, or where the provider closed the lane as a whole.</param>
/// <param name="Kind">What <paramref name="Bucket"/> counts.</param>
/// <param name="IsNever">Whether the request is larger than the limit.</param>
internal readonly record struct RateWait(long Ticks, RateBucket? Bucket, LLMRateLimitKind Kind, bool IsNever = false)
{
    public bool IsNone => Ticks == 0 && !IsNever;
}
