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

    /// <summary>The recent mean; null where the last answer is older than a minute.</summary>
    public TimeSpan? Mean
    {
        get
        {
            lock (_lock)
            {
                return _isKnown && timeProvider.GetElapsedTime(_at) < Fresh ? TimeSpan.FromTicks((long)_mean) : null;
            }
        }
    }

    /// <summary>The last known mean, however old; zero before the first answer.</summary>
    public TimeSpan Usual
    {
        get
        {
            lock (_lock)
            {
                return TimeSpan.FromTicks((long)_mean);
            }
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
}
