namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What the finished attempts of one day with one tag came to.</summary>
internal sealed class TagRow : UsageSums
{
    /// <summary>Days since 1970 in UTC.</summary>
    public int Day { get; set; }

    public string Name { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;

    public int Status { get; set; }

    /// <summary>See <see cref="LatencyBucket"/>.</summary>
    public int Bucket { get; set; }
}
