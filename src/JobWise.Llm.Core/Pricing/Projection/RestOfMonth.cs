using System.Runtime.InteropServices;

namespace JobWise.Llm;

/// <summary>What will still be spent in a month.</summary>
/// <param name="Usd">Most likely.</param>
/// <param name="Margin">How far off it may be, four times out of five.</param>
/// <param name="Method">How it was found.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RestOfMonth(decimal Usd, decimal Margin, LLMProjectionMethod Method)
{
    private const int EnoughForWeekdays = 14;

    /// <summary>Below this, the days themselves do not tell how much they differ.</summary>
    private const int EnoughForSpread = 4;

    /// <summary>How many standard deviations hold four values of five.</summary>
    private const double FourOfFive = 1.2816;

    /// <summary>The least part of today that says anything about the whole.</summary>
    private const double LeastOfToday = 1.0 / 24;

    /// <param name="spending">Of all days so far.</param>
    /// <param name="today">In UTC.</param>
    /// <param name="passed">The part of today that is over, from 0 to 1.</param>
    public static RestOfMonth Of(DailySpending spending, DateOnly today, double passed)
    {
        var complete = spending.Complete;
        var coming = DailySpending.Days(today.AddDays(1), new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month))).ToList();
        if (complete.Count == 0)
        {
            return OfToday(spending.On(today), coming.Count, passed);
        }

        var byWeekday = complete.Count >= EnoughForWeekdays;
        Func<DateOnly, decimal> expected = byWeekday
            ? day => complete.Where(known => known.Day.DayOfWeek == day.DayOfWeek).Average(known => known.Usd)
            : _ => complete.Average(known => known.Usd);
        var left = (decimal)(1 - passed);
        var usd = coming.Sum(expected) + (expected(today) * left);
        var unseen = coming.Count + (1 - passed);
        return new RestOfMonth(usd, MarginOf(complete, expected, byWeekday ? 7 : 1, unseen), byWeekday ? LLMProjectionMethod.Weekday : LLMProjectionMethod.Mean);
    }

    /// <summary>All days as today will be, if its hours are alike; that says little, so that the range goes from nothing to twice as much.</summary>
    private static RestOfMonth OfToday(decimal spent, int coming, double passed)
    {
        var wholeDay = spent / (decimal)Math.Max(passed, LeastOfToday);
        var usd = (wholeDay * coming) + Math.Max(0, wholeDay - spent);
        return new RestOfMonth(usd, usd, spent == 0 ? LLMProjectionMethod.Nothing : LLMProjectionMethod.Today);
    }

    /// <summary>Days differ from each other, and what is known of their mean is off by as much the more the fewer they were.</summary>
    private static decimal MarginOf(IReadOnlyList<(DateOnly Day, decimal Usd)> complete, Func<DateOnly, decimal> expected, int means, double unseen)
    {
        var count = complete.Count;
        var squares = complete.Sum(known => Math.Pow((double)(known.Usd - expected(known.Day)), 2));
        var spread = count < EnoughForSpread ? (double)complete.Average(known => known.Usd) : Math.Sqrt(squares / (count - means));
        return (decimal)(FourOfFive * spread * Math.Sqrt(unseen + (unseen * unseen / count)));
    }
}
