namespace JobWise.Llm;

/// <summary>Costs by day; those after today do not count.</summary>
internal sealed class DailySpending
{
    /// <summary>Four weeks, so that every weekday counts alike.</summary>
    private const int MostDays = 28;

    private readonly Dictionary<DateOnly, decimal> _byDay = [];

    public DailySpending(IEnumerable<LLMDailyCost> days, DateOnly today)
    {
        foreach (var cost in days.Where(cost => cost.Day <= today))
        {
            _byDay[cost.Day] = _byDay.GetValueOrDefault(cost.Day) + cost.Usd;
        }

        var first = _byDay.Count == 0 ? today : _byDay.Keys.Min();
        var from = first > today.AddDays(-MostDays) ? first : today.AddDays(-MostDays);
        Complete = [.. Days(from, today.AddDays(-1)).Select(day => (day, On(day)))];
    }

    /// <summary>The last complete days, from the first that cost anything.</summary>
    public IReadOnlyList<(DateOnly Day, decimal Usd)> Complete { get; }

    public decimal On(DateOnly day) => _byDay.GetValueOrDefault(day);

    public decimal Between(DateOnly from, DateOnly to) => Days(from, to).Sum(On);

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
