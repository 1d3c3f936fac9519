namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Sums over attempts of one group, one status and one bucket of latency; what every report is made of.</summary>
internal sealed class UsageSlice : UsageSums
{
    /// <summary>The group, where it is named by a text.</summary>
    public string? Text { get; set; }

    /// <summary>The group, where it is named by a number, such as a day.</summary>
    public int Number { get; set; }

    public int Status { get; set; }

    public int Bucket { get; set; }

    /// <summary>Of open attempts.</summary>
    public long Reserved { get; set; }
}
