namespace JobWise.Llm.Pipeline;

/// <summary>The counters of <see cref="MemoryBudgetStore"/>, touched under its lock only. Those whose period is long over are dropped.</summary>
internal sealed class BudgetCounters(TimeProvider timeProvider)
{
    private const int FirstSweep = 1024;

    /// <summary>After this long without a touch a counter's period is over, whatever the wall clock says or is set to.</summary>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(32);

    private readonly Dictionary<BudgetKey, BudgetCounter> _counters = [];
    private int _nextSweep = FirstSweep;

    public int Count => _counters.Count;

    public BudgetFigures Read(BudgetKey key) => _counters.TryGetValue(key, out var counter) ? counter.Figures : default;

    /// <summary>The counter for a key, made when it is first asked for.</summary>
    public BudgetCounter Touch(BudgetKey key)
    {
        if (!_counters.TryGetValue(key, out var counter))
        {
            Sweep();
            _counters.Add(key, counter = new BudgetCounter());
        }

        counter.TouchedAt = timeProvider.GetTimestamp();
        return counter;
    }

    /// <summary>Each time the counters have doubled, so that its cost is spread over them.</summary>
    private void Sweep()
    {
        if (_counters.Count < _nextSweep)
        {
            return;
        }

        foreach (var (key, counter) in _counters)
        {
            if (counter.IsIdle && timeProvider.GetElapsedTime(counter.TouchedAt) > LongestPeriod)
            {
                _counters.Remove(key);
            }
        }

        _nextSweep = Math.Max(FirstSweep, 2 * _counters.Count);
    }
}
