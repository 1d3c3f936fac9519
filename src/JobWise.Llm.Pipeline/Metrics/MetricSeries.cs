namespace JobWise.Llm.Pipeline;

/// <summary>The calls of one provider, model and workflow: since start, and minute by minute in a ring that is filled as minutes are used.</summary>
internal sealed class MetricSeries(int minutes)
{
    private readonly Lock _lock = new();
    private readonly MetricCounts _total = new();
    private readonly MetricCounts?[] _ring = new MetricCounts?[minutes];
    private readonly long[] _minuteOf = new long[minutes];

    public void Answered(long minute, LLMResponse response, TimeSpan took, decimal saved)
    {
        lock (_lock)
        {
            _total.Answered(response, took, saved);
            At_NeedsLock(minute).Answered(response, took, saved);
        }
    }

    public void Failed(long minute, bool isCancelled, int sends)
    {
        lock (_lock)
        {
            _total.Failed(isCancelled, sends);
            At_NeedsLock(minute).Failed(isCancelled, sends);
        }
    }

    /// <summary>Adds what is kept to a sum.</summary>
    /// <param name="sum">Gets it.</param>
    /// <param name="from">The first minute; null is everything since start.</param>
    public void AddTo(MetricCounts sum, long? from)
    {
        lock (_lock)
        {
            if (from is null)
            {
                sum.Add(_total);
                return;
            }

            for (var i = 0; i < minutes; i++)
            {
                if (_ring[i] is { } counts && _minuteOf[i] >= from)
                {
                    sum.Add(counts);
                }
            }
        }
    }

    private MetricCounts At_NeedsLock(long minute)
    {
        var index = (int)(minute % minutes);
        var counts = _ring[index] ??= new MetricCounts();
        if (_minuteOf[index] < minute)
        {
            counts.Clear();
            _minuteOf[index] = minute;
        }

        return counts;
    }
}
