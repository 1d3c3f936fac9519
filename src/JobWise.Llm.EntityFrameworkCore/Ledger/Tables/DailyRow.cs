namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// What the finished attempts of one day came to, by everything that reports group by. Added to in the transaction that finishes an attempt, so
/// that a report over millions of attempts reads thousands of rows and is never behind.
/// </summary>
internal sealed class DailyRow : UsageSums
{
    /// <summary>Days since 1970 in UTC.</summary>
    public int Day { get; set; }

    public string Workflow { get; set; } = string.Empty;

    public string Instance { get; set; } = string.Empty;

    public string Vendor { get; set; } = string.Empty;

    public string Model { get; set; } = string.Empty;

    public int Status { get; set; }

    /// <summary>See <see cref="LatencyBucket"/>.</summary>
    public int Bucket { get; set; }
}
