namespace JobWise.Llm.Pipeline;

/// <summary>
/// The bucket that providers keep: full at first, then refilled without a pause at the limit's rate. All figures are whole numbers, so that a
/// wait is exact: what is in use is counted in tokens times ticks, which neither rounding nor long running times can blur.
/// </summary>
internal sealed class RefillingBucket(long window, long limit) : RateBucket(window, limit)
{
    private Int128 _level;
    private long _at;

    public override double Level => (double)_level / Window;

    /// <summary>How long the provider would ask a request to wait: (used + requested − limit) × window / limit.</summary>
    public static TimeSpan Wait(long limit, long used, long requested, TimeSpan window) =>
        TimeSpan.FromTicks(Math.Max(0, Divide(Int128.Max(0, (Int128)used + requested - limit) * window.Ticks, limit)));

    public override long Used(long now)
    {
        Advance(now);
        return Divide(_level, Window);
    }

    public override void Add(long amount, long now)
    {
        Advance(now);
        _level += Math.BigMul(amount, Window);
    }

    /// <summary>More than is still in use cannot come back: a full bucket takes no more.</summary>
    public override void Return(long amount, long addedAt, long now)
    {
        Advance(now);
        _level = Int128.Max(0, _level - Math.BigMul(amount, Window));
    }

    public override RateBucket Copy(RateBucket? into)
    {
        var copy = into as RefillingBucket ?? new RefillingBucket(Window, Limit);
        copy._level = _level;
        copy._at = _at;
        CopyTo(copy);
        return copy;
    }

    protected override long RoomIn(long amount, long now)
    {
        Advance(now);
        var over = _level - Math.BigMul(Limit - amount, Window);
        return over <= 0 ? 0 : Divide(over, Limit);
    }

    protected override void Advance(long now)
    {
        if (now > _at)
        {
            _level = _level == 0 ? 0 : Int128.Max(0, _level - Math.BigMul(now - _at, Limit));
            _at = now;
        }
    }

    private static long Divide(Int128 value, long by) => (long)((value + by - 1) / by);
}
