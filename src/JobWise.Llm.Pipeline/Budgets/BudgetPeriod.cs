namespace JobWise.Llm.Pipeline;

/// <summary>Days and months of the calendar, in UTC.</summary>
internal static class BudgetPeriod
{
    public static DateOnly StartOf(LLMBudgetPeriod period, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return period == LLMBudgetPeriod.Day ? today : new DateOnly(today.Year, today.Month, 1);
    }

    public static DateTimeOffset EndOf(LLMBudgetPeriod period, DateOnly start) => At(period == LLMBudgetPeriod.Day ? start.AddDays(1) : start.AddMonths(1));

    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
