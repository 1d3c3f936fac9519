namespace JobWise.Llm.Pipeline;

/// <summary>How long the recent answers of a lane took: a mean that halves the weight of what lies two answers back.</summary>
internal sealed class LaneLatency(TimeProvider timeProvider)
{
    private const double Share = 0.3;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private double _mean;
    private long _at;
    private bool _isKnown;
    private long _probedAt;
    private bool _isProbed;

    /// <summary>The recent mean; null where the last answer is older than a minute.</summary>
    public TimeSpan? Mean
    {
        get
        {
            lock (_lock)
            {
                return IsFresh_NeedsLock(_isKnown, _at) ? TimeSpan.FromTicks((long)_mean) : null;
            }
        }
    }

    /// <summary>The last known mean, however old; null before the first answer.</summary>
    public TimeSpan? LastMean
    {
        get
        {
            lock (_lock)
            {
                return _isKnown ? TimeSpan.FromTicks((long)_mean) : null;
            }
        }
    }

    /// <summary><see cref="LastMean"/>, or zero before the first answer.</summary>
    public TimeSpan Usual => LastMean ?? TimeSpan.Zero;

    /// <summary>
    /// Takes it upon the call to measure the lane; false where the last answer is younger than a minute, or another call took this upon itself
    /// less than a minute ago. That call may have vanished, so the next minute belongs to the next.
    /// </summary>
    public bool TryProbe()
    {
        lock (_lock)
        {
            if (IsFresh_NeedsLock(_isKnown, _at) || IsFresh_NeedsLock(_isProbed, _probedAt))
            {
                return false;
            }

            (_isProbed, _probedAt) = (true, timeProvider.GetTimestamp());
            return true;
        }
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="sentAt">The timestamp of its send.</param>
    public void Note(long sentAt)
    {
        var now = timeProvider.GetTimestamp();
        var took = timeProvider.GetElapsedTime(sentAt, now);
        lock (_lock)
        {
            _mean = _isKnown ? _mean + (Share * (took.Ticks - _mean)) : took.Ticks;
            _at = now;
            _isKnown = true;
        }
    }

    private bool IsFresh_NeedsLock(bool hasBeen, long at) => hasBeen && timeProvider.GetElapsedTime(at) < Fresh;
}
