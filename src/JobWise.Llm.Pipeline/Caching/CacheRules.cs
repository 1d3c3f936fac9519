using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>The range of every setting of the cache.</summary>
internal static class CacheRules
{
    public static Rule<TimeSpan> TimeToLive { get; } = new(
        "a time from one second to 30 days, written hh:mm:ss or d.hh:mm:ss, such as 01:00:00",
        TryTime,
        value => value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromDays(30));

    public static Rule<TimeSpan> StoreTimeout { get; } = new(
        "a time from 10 ms to 30 s, written hh:mm:ss, such as 00:00:00.5",
        TryTime,
        value => value >= TimeSpan.FromMilliseconds(10) && value <= TimeSpan.FromSeconds(30));

    public static Rule<int> MaxEntries { get; } = new("a whole number from 1 to 10000000, such as 10000", TryCount, value => value is >= 1 and <= 10_000_000);

    public static Rule<long> MaxCharacters { get; } =
        new("a whole number from 1 to 1000000000000, such as 32000000", TryLong, value => value is >= 1 and <= 1_000_000_000_000);

    private static bool TryCount(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryLong(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>A bare number is refused: .NET would take it for days.</summary>
    private static bool TryTime(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
