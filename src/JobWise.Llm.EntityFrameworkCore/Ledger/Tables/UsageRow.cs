namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// One attempt as the database keeps it, alike in every database: times in milliseconds since 1970 in UTC, durations in microseconds, money in
/// millionths of a millionth of a US dollar, so that sums are exact and the same SQL runs everywhere.
/// </summary>
internal sealed class UsageRow
{
    public Guid AttemptId { get; set; }

    public Guid CallId { get; set; }

    public int Attempt { get; set; }

    /// <summary>The process that writes the row; tells whose open rows nobody will finish.</summary>
    public Guid WriterId { get; set; }

    /// <summary>See <see cref="LLMUsageStatus"/>.</summary>
    public int Status { get; set; }

    /// <summary>Days since 1970 in UTC, of the start.</summary>
    public int Day { get; set; }

    public string? UserId { get; set; }

    public string? Tenant { get; set; }

    public string? Workflow { get; set; }

    /// <summary>A JSON object of texts; null where there are none.</summary>
    public string? Tags { get; set; }

    public string Instance { get; set; } = string.Empty;

    public string Vendor { get; set; } = string.Empty;

    public string? ModelRequested { get; set; }

    public string? ModelServed { get; set; }

    public bool IsStream { get; set; }

    public bool IsCacheHit { get; set; }

    public long? PromptTokens { get; set; }

    public long? CompletionTokens { get; set; }

    public long? CachedTokens { get; set; }

    public long? CacheWriteTokens { get; set; }

    public long? ReasoningTokens { get; set; }

    public long? TotalTokens { get; set; }

    public bool IsEstimated { get; set; }

    public long? Cost { get; set; }

    public string? CostUnknownBecause { get; set; }

    public string? PriceEntry { get; set; }

    public long? Reserved { get; set; }

    public long? Saved { get; set; }

    public string? ErrorCode { get; set; }

    public int? HttpStatus { get; set; }

    public string? RequestId { get; set; }

    public long StartedAt { get; set; }

    public long? EndedAt { get; set; }

    public long? Duration { get; set; }

    public long? FirstTokenAfter { get; set; }

    /// <summary>See <see cref="LatencyBucket"/>; null while it is open.</summary>
    public int? Bucket { get; set; }
}
