namespace JobWise.Llm.Pipeline;

/// <summary>
/// Mean and spread of one figure over complete hours, the recent ones weighing more. What it is told counts up to the bound that was in force, so
/// that one wild hour does not make the next one look tame.
/// </summary>
internal sealed class RecentHours
{
    private double _weight;
    private double _sum;
    private double _squares;

    public double Mean => _weight == 0 ? 0 : _sum / _weight;

    /// <summary>Above this an hour is unusual.</summary>
    public double Bound(LLMUsageAlertOptions options)
    {
        var mean = Mean;
        var spread = _weight == 0 ? 0 : Math.Sqrt(Math.Max(0, (_squares / _weight) - (mean * mean)));
        return Math.Max(mean * options.Factor, mean + (options.Deviations * spread));
    }

    public void Add(double value, double keep)
    {
        _weight = (_weight * keep) + 1;
        _sum = (_sum * keep) + value;
        _squares = (_squares * keep) + (value * value);
    }

    /// <summary>As many hours of nothing.</summary>
    public void AddIdle(long hours, double keep)
    {
        var kept = Math.Pow(keep, hours);
        _weight = (_weight * kept) + ((1 - kept) / (1 - keep));
        _sum *= kept;
        _squares *= kept;
    }
}
