namespace JobWise.Llm.Pipeline;

/// <summary>Brings the buckets nearer to the provider's own count, never further from it, and never below what we count ourselves.</summary>
internal static class RateLimitCorrection
{
    /// <summary>More than this many limits in use is a misprint.</summary>
    private const int MostTimes = 10;

    /// <summary>
    /// By a header. It is older than the answer it came with, by how much nobody knows. So the bucket is filled only by what is in no account
    /// of ours at any moment since the call began: not by what has been given back or refilled since, nor by calls sent meanwhile, which the
    /// provider may have counted already.
    /// </summary>
    /// <param name="bucket">Ours.</param>
    /// <param name="used">What the provider says is in use.</param>
    /// <param name="returned">What other calls have given back since the call began.</param>
    /// <param name="grantedAt">When the call began.</param>
    /// <param name="now">When the answer came.</param>
    public static void Apply(RateBucket bucket, long used, long returned, long grantedAt, long now)
    {
        var refilled = Math.Ceiling((double)(now - grantedAt) * bucket.Limit / bucket.Window);
        bucket.Correct(used - bucket.Used(now) - returned - (long)refilled, now);
    }

    /// <summary>
    /// By a refusal. It was decided when the request came, so it says exactly by how much we were off when we granted it; what has been
    /// corrected since then is not corrected again. Where our count agrees, the request was larger than we knew or
    /// overtook others on its way; then what was missing counts as in use, once, or the next call would be granted at the same edge and refused there.
    /// </summary>
    public static void ApplyRefusal(RateBucket bucket, RateLimitReservation refused, LLMRateLimitExcess excess, TimeSpan? wait, long now)
    {
        var before = refused.LevelBefore(excess.Kind);
        var used = UsedAt(excess, wait, bucket.Limit);
        var off = used - (double.IsNaN(before) ? bucket.Used(now) : before + bucket.Corrected);
        var missing = excess.Requested is { } requested && requested <= bucket.Limit ? Math.Max(0, used + requested - bucket.Limit) : 0;
        bucket.Correct((long)Math.Ceiling(Math.Max(off, Math.Min(off + missing, missing))), now);
    }

    // The figures are whole; a part of one, which may be all that was missing, shows only in the wait.
    private static double UsedAt(LLMRateLimitExcess excess, TimeSpan? wait, long limit)
    {
        var used = Math.Min(excess.Used ?? 0, MostTimes * limit);
        var byWait = wait is { } time && excess.Requested is { } requested ? limit - requested + (time / excess.Window * limit) : used;
        return byWait > used && byWait <= used + 1 ? byWait : used;
    }
}
