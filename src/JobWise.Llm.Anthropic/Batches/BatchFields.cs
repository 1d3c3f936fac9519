namespace JobWise.Llm.Wire;

/// <summary>The members of a batch object as they are read.</summary>
internal sealed class BatchFields
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Processing { get; set; }

    public int Succeeded { get; set; }

    public int Failed { get; set; }

    public int Cancelled { get; set; }

    public int Expired { get; set; }

    public LLMBatch ToBatch(string provider) => new()
    {
        Id = Id!,
        Provider = provider,
        Status = StatusOf(),
        Counts = CountsOf(),
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        EndedAt = EndedAt,
    };

    // The wire only says that a batch has ended; how, the counts tell.
    private LLMBatchStatus StatusOf() => Status switch
    {
        "canceling" => LLMBatchStatus.Cancelling,
        "ended" when Cancelled > 0 => LLMBatchStatus.Cancelled,
        "ended" when Expired > 0 => LLMBatchStatus.Expired,
        "ended" => LLMBatchStatus.Completed,
        var other => new LLMBatchStatus(other!),
    };

    private LLMBatchCounts? CountsOf()
    {
        var total = (long)Processing + Succeeded + Failed + Cancelled + Expired;
        return total is > 0 and <= int.MaxValue ? new LLMBatchCounts { Total = (int)total, Succeeded = Succeeded, Failed = Failed } : null;
    }
}
