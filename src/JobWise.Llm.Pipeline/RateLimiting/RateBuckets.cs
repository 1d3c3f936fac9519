namespace JobWise.Llm.Pipeline;

/// <summary>All limits of one lane together: a request needs room in each.</summary>
internal sealed class RateBuckets
{
    private readonly RateBucket?[] _byKind = new RateBucket?[RateLimitKinds.Count];
    private long _closedUntil;

    public RateBucket? Of(LLMRateLimitKind kind) => _byKind[(int)kind];

    /// <summary>Closes the lane as a whole, for a refusal that names no limit.</summary>
    public void Close(long until) => _closedUntil = Math.Max(_closedUntil, until);

    public bool AreAtRest(long now)
    {
        foreach (var bucket in _byKind)
        {
            if (bucket is not null && (bucket.Used(now) > 0 || bucket.ClosedUntil > now))
            {
                return false;
            }
        }

        return _closedUntil <= now;
    }

    public RateWait WaitFor(in RateLimitAsk ask, long now)
    {
        var longest = new RateWait(Math.Max(0, _closedUntil - now), null, default);
        for (var kind = 0; kind < _byKind.Length; kind++)
        {
            if (_byKind[kind] is not { } bucket || ask.AmountOf((LLMRateLimitKind)kind) is not (> 0 and var amount))
            {
                continue;
            }

            if (bucket.NeverFits(amount))
            {
                return new RateWait(0, bucket, (LLMRateLimitKind)kind, IsNever: true);
            }

            var wait = bucket.WaitFor(amount, now);
            longest = wait > longest.Ticks ? new RateWait(wait, bucket, (LLMRateLimitKind)kind) : longest;
        }

        return longest;
    }

    /// <summary>For a call that is about to be granted.</summary>
    public GrantedLevels Levels()
    {
        var levels = default(GrantedLevels);
        for (var kind = 0; kind < _byKind.Length; kind++)
        {
            levels[kind] = _byKind[kind] is { } bucket ? (float)(bucket.Level - bucket.Corrected) : float.NaN;
        }

        return levels;
    }

    public void Add(in RateLimitAsk ask, long now)
    {
        AddRequest(now);
        AddTokens(ask.PromptTokens, ask.OutputTokens, now);
    }

    public void AddTokens(long prompt, long output, long now)
    {
        Of(LLMRateLimitKind.TokensPerMinute)?.Add(prompt + output, now);
        Of(LLMRateLimitKind.TokensPerDay)?.Add(prompt + output, now);
        Of(LLMRateLimitKind.InputTokensPerMinute)?.Add(prompt, now);
        Of(LLMRateLimitKind.OutputTokensPerMinute)?.Add(output, now);
    }

    public void ReturnTokens(long prompt, long output, long addedAt, long now)
    {
        Of(LLMRateLimitKind.TokensPerMinute)?.Return(prompt + output, addedAt, now);
        Of(LLMRateLimitKind.TokensPerDay)?.Return(prompt + output, addedAt, now);
        Of(LLMRateLimitKind.InputTokensPerMinute)?.Return(prompt, addedAt, now);
        Of(LLMRateLimitKind.OutputTokensPerMinute)?.Return(output, addedAt, now);
    }

    public void ReturnRequest(long addedAt, long now)
    {
        Of(LLMRateLimitKind.RequestsPerMinute)?.Return(1, addedAt, now);
        Of(LLMRateLimitKind.RequestsPerDay)?.Return(1, addedAt, now);
    }

    /// <summary>Takes over what limits there are now. What is in use of those that stay is kept.</summary>
    public void Follow(KnownLimits limits, LLMRateLimitMode mode, long now)
    {
        for (var kind = (LLMRateLimitKind)0; kind < (LLMRateLimitKind)_byKind.Length; kind++)
        {
            var limit = limits.Of(kind);
            var bucket = limit == 0 ? null : RateBucket.Of(Of(kind), mode, RateLimitKinds.TicksOf(kind), limit, now);
            bucket?.IsAssumed = limits.IsAssumed(kind);
            _byKind[(int)kind] = bucket;
        }
    }

    /// <summary>Makes another set equal to this one, to try things on.</summary>
    public void CopyTo(RateBuckets other)
    {
        other._closedUntil = _closedUntil;
        for (var kind = 0; kind < _byKind.Length; kind++)
        {
            other._byKind[kind] = _byKind[kind]?.Copy(other._byKind[kind]);
        }
    }

    private void AddRequest(long now)
    {
        Of(LLMRateLimitKind.RequestsPerMinute)?.Add(1, now);
        Of(LLMRateLimitKind.RequestsPerDay)?.Add(1, now);
    }
}
