namespace JobWise.Llm.Resume;

/// <summary>Adds up how long a person has worked, without counting two jobs at a time twice.</summary>
internal static class ExperienceSpan
{
    /// <summary>Whole years, rounded down. A start without an end runs until today; a job without a readable start counts nothing.</summary>
    public static int Years(IEnumerable<ProfileDates> jobs, DateOnly today)
    {
        var months = 0;
        var counted = int.MinValue;
        foreach (var (start, end) in jobs.Select(dates => Months(dates, today)).OfType<(int Start, int End)>().OrderBy(span => span.Start))
        {
            months += Math.Max(0, end - Math.Max(start, counted));
            counted = Math.Max(counted, end);
        }

        return months / 12;
    }

    // A year alone is the shortest span that it can mean: from its last month to its first.
    private static (int Start, int End)? Months(ProfileDates dates, DateOnly today)
    {
        var now = (today.Year * 12) + today.Month;
        if (ResumeDates.Parse(dates.Start) is not { } start)
            return null;
        var first = (start.Year * 12) + (start.Month ?? 12);
        var end = dates.End is null || ResumeDates.IsPresent(dates.End) ? now : ResumeDates.Parse(dates.End) is { } last ? (last.Year * 12) + (last.Month ?? 1) : first;
        return first <= end && first <= now ? (first, Math.Min(end, now)) : null;
    }
}
