namespace JobWise.Llm.Pipeline;

/// <summary>The day in UTC, by which prices, retirements and budgets go.</summary>
internal static class UtcDay
{
    public static DateOnly Today(this TimeProvider timeProvider) => DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);
}
