namespace JobWise.Llm.Tests;

public sealed class LLMCostProjectionTests
{
    /// <summary>Monday, the 2nd; the month has 30 days.</summary>
    private static readonly DateOnly November = new(2026, 11, 1);

    [Fact]
    public void Of_nothing_is_nothing()
    {
        var projection = LLMCostProjection.Of([], At(15, 12));

        Assert.Equal((0m, 0m, 0m, 0m, LLMProjectionMethod.Nothing, 0), (projection.MonthToDate, projection.MonthEnd, projection.Low, projection.High, projection.Method, projection.BasedOnDays));
        Assert.Equal(November, projection.Month);
    }

    [Fact]
    public void Of_the_first_half_day_takes_it_for_all_days_and_says_how_little_that_is()
    {
        var projection = LLMCostProjection.Of([Cost(1, 5)], At(1, 12));

        Assert.Equal((5m, 300m, LLMProjectionMethod.Today, 0), (projection.MonthToDate, projection.MonthEnd, projection.Method, projection.BasedOnDays));
        Assert.Equal((5m, 595m), (projection.Low, projection.High));
    }

    [Fact]
    public void Of_the_first_minute_does_not_blow_it_up()
    {
        var projection = LLMCostProjection.Of([Cost(1, 1)], new DateTimeOffset(2026, 11, 1, 0, 1, 0, TimeSpan.Zero));

        Assert.Equal(24 * 30, projection.MonthEnd, precision: 6);
    }

    [Fact]
    public void Of_one_complete_day_has_a_range_as_wide_as_one_day_deserves()
    {
        var projection = LLMCostProjection.Of([Cost(1, 10)], At(2, 0));

        Assert.Equal((10m, 300m, LLMProjectionMethod.Mean, 1), (projection.MonthToDate, projection.MonthEnd, projection.Method, projection.BasedOnDays));
        Assert.Equal(10m, projection.Low);
        Assert.InRange(projection.High, 600m, 700m);
    }

    [Fact]
    public void Of_even_days_is_exact_with_a_range_of_nothing()
    {
        var projection = LLMCostProjection.Of(Enumerable.Range(1, 10).Select(day => Cost(day, 3)), At(11, 0));

        Assert.Equal((30m, 90m, 90m, 90m), (projection.MonthToDate, projection.MonthEnd, projection.Low, projection.High));
    }

    [Fact]
    public void Of_a_day_under_way_counts_what_is_left_of_it()
    {
        var days = Enumerable.Range(1, 10).Select(day => Cost(day, 4)).Append(Cost(11, 7));

        var projection = LLMCostProjection.Of(days, At(11, 18));

        Assert.Equal(47m, projection.MonthToDate);
        Assert.Equal(47m + (4m * 0.25m) + (4m * 19), projection.MonthEnd);
    }

    [Fact]
    public void Of_two_weeks_knows_working_days_from_weekends()
    {
        var from = new DateOnly(2026, 10, 18);
        var days = DailySpending.Days(from, new DateOnly(2026, 11, 8)).Select(day => new LLMDailyCost { Day = day, Usd = IsWeekend(day) ? 1 : 11 });

        var projection = LLMCostProjection.Of(days, At(9, 0));

        var november = DailySpending.Days(November, new DateOnly(2026, 11, 30)).Sum(day => IsWeekend(day) ? 1m : 11m);
        Assert.Equal((november, november, november, LLMProjectionMethod.Weekday, 22), (projection.MonthEnd, projection.Low, projection.High, projection.Method, projection.BasedOnDays));
    }

    [Fact]
    public void Of_the_last_moment_is_what_was_spent()
    {
        var days = Enumerable.Range(1, 30).Select(day => Cost(day, day % 2 == 0 ? 1 : 9));

        var projection = LLMCostProjection.Of(days, new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.Zero));

        Assert.Equal(150m, projection.MonthToDate);
        Assert.InRange(projection.MonthEnd, 150m, 150.001m);
        Assert.InRange(projection.High, 150m, 150.1m);
    }

    [Fact]
    public void Of_the_first_day_of_a_month_uses_the_month_before()
    {
        var days = Enumerable.Range(1, 31).Select(day => new LLMDailyCost { Day = new DateOnly(2026, 10, day), Usd = 2 });

        var projection = LLMCostProjection.Of(days, At(1, 0));

        Assert.Equal((0m, 60m, 28), (projection.MonthToDate, projection.MonthEnd, projection.BasedOnDays));
    }

    [Fact]
    public void Of_days_that_are_missing_or_still_to_come_or_given_in_parts()
    {
        LLMDailyCost[] days = [Cost(1, 1), Cost(1, 5), Cost(3, 6), Cost(20, 1000)];

        var projection = LLMCostProjection.Of(days, At(4, 0));

        Assert.Equal((12m, 3, 12m + (27 * 4m)), (projection.MonthToDate, projection.BasedOnDays, projection.MonthEnd));
    }

    [Fact]
    public void Of_counts_the_day_in_UTC()
    {
        var projection = LLMCostProjection.Of([Cost(1, 1)], new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal((November, 1m), (projection.Month, projection.MonthToDate));
    }

    [Fact]
    public void Of_noisy_days_the_range_holds_about_four_times_out_of_five()
    {
        var held = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var days = DailySpending.Days(new DateOnly(2026, 10, 20), new DateOnly(2026, 11, 30))
                .Select(day => new LLMDailyCost { Day = day, Usd = (decimal)((IsWeekend(day) ? 3 : 10) * (0.5 + random.NextDouble())) }).ToList();
            var projection = LLMCostProjection.Of(days.Where(cost => cost.Day.Month == 10 || cost.Day.Day < 12), At(12, 0));
            var truth = days.Where(cost => cost.Day.Month == 11).Sum(cost => cost.Usd);
            held += truth >= projection.Low && truth <= projection.High ? 1 : 0;
        }

        Assert.InRange(held, 740, 880);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static LLMDailyCost Cost(int day, decimal usd) => new() { Day = new DateOnly(2026, 11, day), Usd = usd };

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);
}
