namespace JobWise.Llm.Pipeline;

/// <summary>What one user, instance or workflow used: the hour under way, and what complete hours were like. Safe for concurrent use.</summary>
internal sealed class UsageTrack(long firstHour)
{
    private readonly Lock _lock = new();
    private readonly RecentHours _usd = new();
    private readonly RecentHours _tokens = new();
    private readonly long _firstHour = firstHour;
    private long _hour = firstHour;
    private UsageAmount _now;
    private bool _isTold;

    /// <summary>When it was last used.</summary>
    public long Hour => Volatile.Read(ref _hour);

    /// <summary>Adds to the hour.</summary>
    /// <param name="hour">Counted from any start; one before the last counts as the last.</param>
    /// <param name="amount">What was used.</param>
    /// <param name="options">What counts as unusual.</param>
    /// <returns>The hour so far and the usual one, the first time that it is unusual; else null.</returns>
    public (UsageAmount Now, UsageAmount Usual)? Add(long hour, UsageAmount amount, LLMUsageAlertOptions options)
    {
        lock (_lock)
        {
            EndHours_NeedsLock(hour, options);
            _now += amount;
            if (_isTold || _hour - _firstHour < options.LeastHours || !IsUnusual_NeedsLock(options))
            {
                return null;
            }

            _isTold = true;
            return (_now, new UsageAmount((decimal)_usd.Mean, (long)_tokens.Mean));
        }
    }

    private bool IsUnusual_NeedsLock(LLMUsageAlertOptions options) =>
        (_now.Usd > options.LeastUsd && (double)_now.Usd > _usd.Bound(options))
        || (_now.Tokens > options.LeastTokens && _now.Tokens > _tokens.Bound(options));

    private void EndHours_NeedsLock(long hour, LLMUsageAlertOptions options)
    {
        if (hour <= _hour)
        {
            return;
        }

        var keep = Math.Pow(0.5, 1 / options.HalfLife.TotalHours);
        var isKnown = _hour - _firstHour >= options.LeastHours;
        End(_usd, (double)_now.Usd, (double)options.LeastUsd, isKnown, hour - _hour - 1, keep, options);
        End(_tokens, _now.Tokens, options.LeastTokens, isKnown, hour - _hour - 1, keep, options);
        (_now, _isTold) = (default, false);
        Volatile.Write(ref _hour, hour);
    }

    private static void End(RecentHours hours, double value, double least, bool isKnown, long idle, double keep, LLMUsageAlertOptions options)
    {
        hours.Add(isKnown ? Math.Min(value, Math.Max(least, hours.Bound(options))) : value, keep);
        hours.AddIdle(idle, keep);
    }
}
