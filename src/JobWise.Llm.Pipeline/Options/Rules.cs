using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>The range of every setting, once for configuration and code.</summary>
internal static class Rules
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static Rule<double> Temperature { get; } = new("a number from 0 to 2, such as 0.3", TryNumber, value => value is >= 0 and <= 2);

    public static Rule<double> Factor { get; } = new("a number from 1 to 10, such as 2", TryNumber, value => value is >= 1 and <= 10);

    public static Rule<int> MaxTokens { get; } = new("a whole number above 0, such as 2000", TryWhole, value => value > 0);

    public static Rule<int> MaxAttempts { get; } =
        new("a whole number from 1 to 10; it counts attempts, the first included", TryWhole, value => value is >= 1 and <= 10);

    public static Rule<int> MostSends { get; } = new("a whole number from 1 to 20, such as 4", TryWhole, value => value is >= 1 and <= 20);

    public static Rule<double> Share { get; } = new("a number from 0 to 1, such as 0.1", TryNumber, value => value is >= 0 and <= 1);

    public static Rule<double> Weight { get; } = new("a number from 0 to 1000000, such as 10", TryNumber, value => value is >= 0 and <= 1_000_000);

    public static Rule<int> Count { get; } = new("a whole number from 0 to 1000000", TryWhole, value => value is >= 0 and <= 1_000_000);

    public static Rule<int> CountFromOne { get; } = new("a whole number from 1 to 1000000", TryWhole, value => value is >= 1 and <= 1_000_000);

    public static Rule<TimeSpan> Wait { get; } =
        new("a time above 0 and up to one day, written hh:mm:ss, such as 00:00:30", TryTime, value => value > TimeSpan.Zero && value <= Day);

    public static Rule<TimeSpan> Delay { get; } = new(
        "a time from 100 ms to one hour, written hh:mm:ss, such as 00:00:01",
        TryTime,
        value => value >= TimeSpan.FromMilliseconds(100) && value <= TimeSpan.FromHours(1));

    public static Rule<TimeSpan> Hint { get; } = new(
        "a time from 0 to one hour, written hh:mm:ss, such as 00:01:00",
        TryTime,
        value => value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1));

    public static Rule<TimeSpan> Seconds { get; } =
        new("a number of seconds above 0 and up to 86400, such as 30", TrySeconds, value => value > TimeSpan.Zero && value <= Day);

    private static bool TryNumber(string text, out double value) => double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out value);

    private static bool TryWhole(string text, out int value) => int.TryParse(text, Whole, CultureInfo.InvariantCulture, out value);

    /// <summary>A bare number is refused: .NET would take it for days, where people mean seconds.</summary>
    private static bool TryTime(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    private static bool TrySeconds(string text, out TimeSpan value)
    {
        var isNumber = TryNumber(text, out var seconds) && seconds is >= -86_400 and <= 864_000;
        value = isNumber ? TimeSpan.FromSeconds(seconds) : default;
        return isNumber;
    }
}
