namespace JobWise.Llm.Pipeline;

/// <summary>
/// Brings the buckets nearer to the provider's own count. That count is older than the answer it came with, by how much nobody knows. So the
/// bucket is filled only by what is in no account of ours at any moment since the call began: not by what has been given back or refilled
/// since, nor by calls sent meanwhile, which the provider may have counted already.
/// </summary>
internal static class RateLimitCorrection
{
    /// <param name="bucket">Ours.</param>
    /// <param name="used">What the provider says is in use.</param>
    /// <param name="returned">What other calls have given back since the call began.</param>
    /// <param name="grantedAt">When the call began.</param>
    /// <param name="now">When the answer came.</param>
    public static void Apply(RateBucket bucket, long used, long returned, long grantedAt, long now)
    {
        var refilled = Math.Ceiling((double)(now - grantedAt) * bucket.Limit / bucket.Window);
        var most = bucket.Used(now) + returned + (long)refilled;
        if (used > most)
        {
            bucket.Add(used - most, now);
        }
    }
}
