namespace JobWise.Llm.Wire;

/// <summary>Which waits can be meant.</summary>
internal static class Hints
{
    private const double MostSeconds = 366 * 86_400;

    /// <summary>The wait; null for none, a negative one, no number, or more than a year, which no provider means.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        seconds is > 0 and <= MostSeconds && TimeSpan.FromSeconds(seconds) is { Ticks: > 0 } wait ? wait : null;
}
