using System.Globalization;

namespace JobWise.Llm.Resume;

/// <summary>Reads and shows the dates of JSON Resume.</summary>
internal static class ResumeDates
{
    /// <summary>Year and month of <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null for anything else.</summary>
    public static (int Year, int? Month)? Parse(string? text)
    {
        if (text is not { Length: 4 or 7 or 10 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        if (text.Length == 4)
            return (year, null);
        var isMonth = text[4] == '-' && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;
        return isMonth ? (year, int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture)) : null;
    }

    public static bool IsPresent(string text) =>
        text.Equals("present", StringComparison.OrdinalIgnoreCase) || text.Equals("now", StringComparison.OrdinalIgnoreCase)
        || text.Equals("current", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>MM/YYYY</c> or <c>YYYY</c>; free text stays as it is; null when there is none.</summary>
    public static string? Show(string? text) => text switch
    {
        null => null,
        _ when IsPresent(text) => "Present",
        _ when Parse(text) is { } date => date.Month is { } month ? $"{month:00}/{date.Year:0000}" : $"{date.Year:0000}",
        _ => text,
    };

    /// <summary>"03/2021 – 02/2024", or what there is of it; null for nothing.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="isOngoingWithoutEnd">Whether a missing end means the present, as it does for a job.</param>
    public static string? ShowSpan(ProfileDates dates, bool isOngoingWithoutEnd = false)
    {
        var start = Show(dates.Start);
        var end = Show(dates.End) ?? (isOngoingWithoutEnd && start is not null ? "Present" : null);
        return (start, end) switch
        {
            (null, null) => null,
            (null, _) => end,
            (_, null) => start,
            _ => $"{start} – {end}",
        };
    }
}
