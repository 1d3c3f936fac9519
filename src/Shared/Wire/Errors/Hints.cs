namespace JobWise.Llm.Wire;

/// <summary>Which waits can be meant.</summary>
internal static class Hints
{
    private const double MostSeconds = 366 * 86_400;

    /// <summary>The wait; null for none, a negative one, no number, or more than a year, which no provider means.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        seconds is > 0 and <= MostSeconds && Exact(seconds) is { Ticks: > 0 } wait ? wait : null;

    /// <summary>To the nearest tick: TimeSpan.FromSeconds cuts 0.172 to one tick less, and a wait may not be cut.</summary>
    public static TimeSpan Exact(double seconds) => new((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
