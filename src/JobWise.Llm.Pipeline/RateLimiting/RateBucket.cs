namespace JobWise.Llm.Pipeline;

/// <summary>What is in use of one limit. Times are ticks of the limiter's own monotonic clock.</summary>
internal abstract class RateBucket(long window, long limit)
{
    public long Window => window;

    public long Limit { get; private set; } = limit;

    /// <summary>Whether the limit is only presumed, so that it must not refuse anything for good.</summary>
    public bool IsAssumed { get; set; }

    /// <summary>Before this time nothing is granted, whatever room there seems to be.</summary>
    public long ClosedUntil { get; private set; }

    /// <summary>The sum of all corrections by what the provider said.</summary>
    public long Corrected { get; private set; }

    /// <summary>What was in use when anyone last looked.</summary>
    public abstract double Level { get; }

    /// <summary>The given bucket with this limit, or one of the other kind that takes its place, or a new one.</summary>
    public static RateBucket Of(RateBucket? known, LLMRateLimitMode mode, long window, long limit, long now)
    {
        var isStrict = mode == LLMRateLimitMode.Strict;
        if (known is not null && known is SlidingLog == isStrict)
        {
            known.SetLimit(limit, now);
            return known;
        }

        RateBucket fresh = isStrict ? new SlidingLog(window, limit) : new RefillingBucket(window, limit);
        if (known is not null)
        {
            fresh.TakeOver(known, now);
        }

        return fresh;
    }

    /// <summary>How long until there is room. What is larger than a presumed limit takes all of it.</summary>
    public long WaitFor(long amount, long now) =>
        Math.Max(RoomIn(Math.Min(amount, Limit), now), Math.Max(0, ClosedUntil - now));

    public bool NeverFits(long amount) => amount > Limit && !IsAssumed;

    public void Close(long until) => ClosedUntil = Math.Max(ClosedUntil, until);

    /// <summary>Fills the bucket by what the provider counts and we did not.</summary>
    public void Correct(long amount, long now)
    {
        if (amount > 0)
        {
            Corrected += amount;
            Add(amount, now);
        }
    }

    /// <summary>Rounded up to whole requests or tokens.</summary>
    public abstract long Used(long now);

    public abstract void Add(long amount, long now);

    /// <summary>Takes back a part of what was added at a time.</summary>
    public abstract void Return(long amount, long addedAt, long now);

    /// <summary>An equal one to try things on; may reuse one that was made before.</summary>
    public abstract RateBucket Copy(RateBucket? into);

    private void SetLimit(long value, long now)
    {
        Advance(now);
        Limit = value;
    }

    /// <summary>Takes over what another kind of bucket has counted.</summary>
    private void TakeOver(RateBucket other, long now)
    {
        Add(other.Used(now), now);
        ClosedUntil = other.ClosedUntil;
        Corrected = other.Corrected;
    }

    /// <summary>Brings what is in use up to this time, by the limit that held so far.</summary>
    protected abstract void Advance(long now);

    protected abstract long RoomIn(long amount, long now);

    protected void CopyTo(RateBucket other)
    {
        other.Limit = Limit;
        other.IsAssumed = IsAssumed;
        other.ClosedUntil = ClosedUntil;
        other.Corrected = Corrected;
    }
}
