namespace JobWise.Llm;

/// <summary>What a month will have cost, from what its days cost so far. All days are in UTC.</summary>
public sealed record LLMCostProjection
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; init; }

    /// <summary>Spent so far this month, today included, in US dollars.</summary>
    public decimal MonthToDate { get; init; }

    /// <summary>The projected cost of the whole month.</summary>
    public decimal MonthEnd { get; init; }

    /// <summary>The lower end of the range that holds four times out of five if the days to come are like those before; never below <see cref="MonthToDate"/>.</summary>
    public decimal Low { get; init; }

    /// <summary>The upper end of the same range.</summary>
    public decimal High { get; init; }

    /// <summary>How the rest of the month was projected.</summary>
    public LLMProjectionMethod Method { get; init; }

    /// <summary>The number of complete days that it rests on, those without any cost included.</summary>
    public int BasedOnDays { get; init; }

    /// <summary>Projects the month of <paramref name="now"/>.</summary>
    /// <param name="days">The costs of days, in any order; the last month and this one are enough. A day that is missing between two others cost nothing.</param>
    /// <param name="now">In any offset; counted in UTC.</param>
    public static LLMCostProjection Of(IEnumerable<LLMDailyCost> days, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(days);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var spending = new DailySpending(days, today);
        var toDate = spending.Between(new DateOnly(today.Year, today.Month, 1), today);
        var rest = RestOfMonth.Of(spending, today, now.UtcDateTime.TimeOfDay / TimeSpan.FromDays(1));
        return new LLMCostProjection
        {
            Month = new DateOnly(today.Year, today.Month, 1),
            MonthToDate = toDate,
            MonthEnd = toDate + rest.Usd,
            Low = toDate + Math.Max(0, rest.Usd - rest.Margin),
            High = toDate + rest.Usd + rest.Margin,
            Method = rest.Method,
            BasedOnDays = spending.Complete.Count,
        };
    }
}
