namespace JobWise.Llm.Pipeline;

/// <summary>What one lane may use and has used: the arithmetic of a limiter, without its queue. Every member needs the limiter's lock.</summary>
internal sealed class LaneAccount
{
    private readonly KnownLimits _limits = new();
    private RateLimitSettings _settings = new();
    private RateLimitTotals _totals;

    public RateBuckets Buckets { get; } = new();

    public RateLimitTotals Totals => _totals;

    public void Apply(RateLimitSettings settings, long now)
    {
        _settings = settings;
        _limits.Apply(settings);
        Buckets.Follow(_limits, _settings.Mode, now);
    }

    public void Reserve(in RateLimitAsk ask, long now)
    {
        Buckets.Add(ask, now);
        _totals = _totals with { Reserved = _totals.Reserved + ask.Tokens };
    }

    /// <summary>
    /// First the prompt is brought up to its true size, then the provider's count is looked at, and only then does anything go back: the
    /// provider counted the whole prompt and the whole cap when it wrote its headers.
    /// </summary>
    public void Settle(RateLimitReservation reservation, LLMUsage? usage, LLMRateLimitSnapshot? headers, long now)
    {
        var prompt = usage?.PromptTokens ?? reservation.PromptTokens;
        Add(Math.Max(0, prompt - reservation.PromptTokens), 0, now);
        Correct(reservation, headers, now);
        var uncounted = _settings.Vendor.CountsCachedTokens ? 0 : Math.Min(usage?.CachedTokens ?? 0, prompt);
        var output = usage?.CompletionTokens ?? reservation.OutputTokens;
        Add(0, Math.Max(0, output - reservation.OutputTokens), now);
        Return(reservation, Math.Max(0, reservation.PromptTokens - prompt) + uncounted, Math.Max(0, reservation.OutputTokens - output), now);
        _totals = _totals with { Settled = _totals.Settled + prompt - uncounted + output };
    }

    public void Fail(RateLimitReservation reservation, LLMServiceException error, long now)
    {
        var others = ReturnedByOthers(reservation);
        if (RefusedCall.Is(error))
        {
            Return(reservation, now);
            Correct(reservation, error.RateLimits, others, now, error.RetryAfter);
        }
        else
        {
            Settle(reservation, error.Usage, error.RateLimits, now);
        }

        if (error.Details.RateLimitExcess is { } excess)
        {
            Learn(reservation, error, excess, now);
        }

        if (error is LLMRateLimitException)
        {
            Close(error, now);
        }
    }

    /// <summary>Gives everything back: the request was not sent, or not taken.</summary>
    public void Return(RateLimitReservation reservation, long now)
    {
        Return(reservation, reservation.PromptTokens, reservation.OutputTokens, now);
        Buckets.ReturnRequest(reservation.GrantedAt, now);
    }

    public void Correct(RateLimitReservation reservation, LLMRateLimitSnapshot? headers, long now) =>
        Correct(reservation, headers, ReturnedByOthers(reservation), now);

    // "comesBackIn" is the wait that a refusal names: no more can be in use than leaves room for the same call by then.
    private void Correct(RateLimitReservation reservation, LLMRateLimitSnapshot? headers, long others, long now, TimeSpan? comesBackIn = null)
    {
        if (headers is null)
        {
            return;
        }

        var (requests, tokens, input, output) = HeardLimit.Read(headers);
        if (Hear(requests) | Hear(tokens) | Hear(input) | Hear(output))
        {
            Buckets.Follow(_limits, _settings.Mode, now);
        }

        Correct(reservation, requests, others, now, comesBackIn);
        Correct(reservation, tokens, others, now, comesBackIn);
        Correct(reservation, input, others, now, comesBackIn);
        Correct(reservation, output, others, now, comesBackIn);
    }

    private bool Hear(in HeardLimit heard) => heard.Limit is > 0 and var limit && _limits.Hear(heard.Kind, limit);

    private void Correct(RateLimitReservation reservation, in HeardLimit heard, long others, long now, TimeSpan? comesBackIn)
    {
        if (Buckets.Of(heard.Kind) is not { } bucket || heard.UsedOf(bucket.Limit) is not { } used)
        {
            return;
        }

        if (comesBackIn is { } wait)
        {
            var refilled = (long)(wait.Ticks / (double)bucket.Window * bucket.Limit);
            used = Math.Min(used, Math.Max(0, bucket.Limit - reservation.AmountOf(heard.Kind)) + refilled);
        }

        Correct(reservation, bucket, heard.Kind, used, others, now);
    }

    private static void Correct(RateLimitReservation reservation, RateBucket bucket, LLMRateLimitKind kind, long used, long others, long now) =>
        RateLimitCorrection.Apply(bucket, used, RateLimitKinds.IsRequests(kind) ? 0 : others, reservation.GrantedAt, now);

    /// <summary>The tokens that other calls have given back since this one was granted; to be asked before it gives back its own.</summary>
    private long ReturnedByOthers(RateLimitReservation reservation) => _totals.Returned - reservation.ReturnedBefore;

    private void Learn(RateLimitReservation reservation, LLMServiceException error, LLMRateLimitExcess excess, long now)
    {
        if (excess.Limit is > 0 and var limit && _limits.HearInError(excess.Kind, limit))
        {
            Buckets.Follow(_limits, _settings.Mode, now);
        }

        if (Buckets.Of(excess.Kind) is { } bucket)
        {
            RateLimitCorrection.ApplyRefusal(bucket, reservation, excess, error.RetryAfter, now);
        }
    }

    /// <summary>Nothing is granted before the time that the provider named; what names no time closes nothing.</summary>
    private void Close(LLMServiceException error, long now)
    {
        var excess = error.Details.RateLimitExcess;
        var wait = error.RetryAfter
            ?? (excess is { Limit: > 0 and var limit, Used: { } used, Requested: { } requested } && requested <= limit
                ? RefillingBucket.Wait(limit, used, requested, excess.Window)
                : TimeSpan.Zero);
        if (excess is not null && Buckets.Of(excess.Kind) is { } bucket)
        {
            bucket.Close(now + Math.Min(wait.Ticks, TimeSpan.TicksPerDay));
        }
        else
        {
            Buckets.Close(now + Math.Min(wait.Ticks, TimeSpan.TicksPerDay));
        }
    }

    private void Add(long prompt, long output, long now)
    {
        if (prompt + output > 0)
        {
            Buckets.AddTokens(prompt, output, now);
            _totals = _totals with { Added = _totals.Added + prompt + output };
        }
    }

    private void Return(RateLimitReservation reservation, long prompt, long output, long now)
    {
        if (prompt + output > 0)
        {
            Buckets.ReturnTokens(prompt, output, reservation.GrantedAt, now);
            _totals = _totals with { Returned = _totals.Returned + prompt + output };
        }
    }
}
