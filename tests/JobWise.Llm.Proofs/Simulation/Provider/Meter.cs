namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>The buckets of one model. A request is counted in all of them or in none.</summary>
internal sealed class Meter(SimulatedLimits limits)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Bucket? _requestsPerMinute = BucketOf(limits.RequestsPerMinute, Minute);
    private readonly Bucket? _requestsPerDay = BucketOf(limits.RequestsPerDay, Day);
    private readonly Bucket? _tokensPerMinute = BucketOf(limits.TokensPerMinute, Minute);
    private readonly Bucket? _tokensPerDay = BucketOf(limits.TokensPerDay, Day);

    /// <summary>How long until the request fits into every bucket, unless others come first.</summary>
    public TimeSpan WaitFor(long tokens, TimeSpan now) => RefusalOf(tokens, now)?.Wait ?? TimeSpan.Zero;

    /// <summary>Counts the request, or says which bucket has no room for the longest time.</summary>
    public Refusal? Admit(long tokens, TimeSpan now)
    {
        if (RefusalOf(tokens, now) is { } refusal)
        {
            return refusal;
        }

        _requestsPerMinute?.Take(1, now);
        _requestsPerDay?.Take(1, now);
        Take(tokens, now);
        return null;
    }

    /// <summary>Counts tokens without asking, as another user of the key does.</summary>
    public void Take(long tokens, TimeSpan now)
    {
        _tokensPerMinute?.Take(tokens, now);
        _tokensPerDay?.Take(tokens, now);
    }

    public void Return(long tokens, TimeSpan now)
    {
        _tokensPerMinute?.Return(tokens, now);
        _tokensPerDay?.Return(tokens, now);
    }

    /// <summary>As the headers say it: requests per day and tokens per minute, and nothing else.</summary>
    public LLMRateLimitSnapshot SnapshotAt(TimeSpan now) => new()
    {
        RequestLimit = _requestsPerDay?.Limit,
        RequestsRemaining = RemainingOf(_requestsPerDay, now),
        RequestsResetAfter = ResetOf(_requestsPerDay, now),
        RequestWindow = _requestsPerDay?.Window,
        TokenLimit = _tokensPerMinute?.Limit,
        TokensRemaining = RemainingOf(_tokensPerMinute, now),
        TokensResetAfter = ResetOf(_tokensPerMinute, now),
        TokenWindow = _tokensPerMinute?.Window,
    };

    private static Bucket? BucketOf(int? limit, TimeSpan window) => limit is { } given ? new Bucket(given, window) : null;

    private static long? RemainingOf(Bucket? bucket, TimeSpan now) => bucket is null ? null : Math.Max(0, bucket.Limit - bucket.UsedAt(now));

    private static TimeSpan? ResetOf(Bucket? bucket, TimeSpan now) => bucket is null ? null : bucket.UsedAt(now) * (bucket.Window / bucket.Limit);

    private static Refusal? RefusalOf(Bucket? bucket, LLMRateLimitKind kind, long requested, TimeSpan now) =>
        bucket is not null && bucket.WaitFor(requested, now) is var wait && wait > TimeSpan.Zero
        ? new Refusal(kind, bucket.Limit, bucket.UsedAt(now), requested, wait, bucket.OverBy(requested, now))
        : null;

    private Refusal? RefusalOf(long tokens, TimeSpan now)
    {
        Refusal? longest = null;
        foreach (var refusal in (ReadOnlySpan<Refusal?>)[
            RefusalOf(_requestsPerMinute, LLMRateLimitKind.RequestsPerMinute, 1, now),
            RefusalOf(_requestsPerDay, LLMRateLimitKind.RequestsPerDay, 1, now),
            RefusalOf(_tokensPerMinute, LLMRateLimitKind.TokensPerMinute, tokens, now),
            RefusalOf(_tokensPerDay, LLMRateLimitKind.TokensPerDay, tokens, now)])
        {
            longest = refusal is not null && (longest is null || refusal.Wait > longest.Wait) ? refusal : longest;
        }

        return longest;
    }
}
