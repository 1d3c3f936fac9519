namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>
/// A limit of Groq's kind: a bucket that refills evenly, so that the wait is (used + requested - limit) x window / limit. Counted in whole
/// units times ticks of the window: there is no rounding anywhere.
/// </summary>
/// <param name="limit">The most units in the window.</param>
/// <param name="window">How long an empty bucket takes to fill.</param>
internal sealed class Bucket(long limit, TimeSpan window)
{
    private long _used;
    private TimeSpan _at;

    public long Limit => limit;

    public TimeSpan Window => window;

    /// <summary>Units that are not yet refilled; a part of one counts as one.</summary>
    public long UsedAt(TimeSpan now)
    {
        Refill(now);
        return (_used + window.Ticks - 1) / window.Ticks;
    }

    /// <summary>How long until so many units fit; zero when they fit now.</summary>
    public TimeSpan WaitFor(long requested, TimeSpan now) => TimeSpan.FromTicks(CeilingOf(ExcessOf(requested, now), limit));

    /// <summary>By how many units a request is too large now; zero when it fits.</summary>
    public decimal OverBy(long requested, TimeSpan now) => (decimal)ExcessOf(requested, now) / window.Ticks;

    public void Take(long units, TimeSpan now)
    {
        Refill(now);
        _used += checked(units * window.Ticks);
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void Return(long units, TimeSpan now)
    {
        Refill(now);
        _used = Math.Max(0, _used - checked(units * window.Ticks));
    }

    private static long CeilingOf(long dividend, long divisor) => (dividend + divisor - 1) / divisor;

    private long ExcessOf(long requested, TimeSpan now)
    {
        Refill(now);
        return Math.Max(0, checked(_used + ((requested - limit) * window.Ticks)));
    }

    private void Refill(TimeSpan now)
    {
        var elapsed = (now - _at).Ticks;
        _at = now;
        _used = elapsed > _used / limit ? 0 : _used - (elapsed * limit);
    }
}
