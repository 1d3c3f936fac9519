namespace JobWise.Llm;

/// <summary>The items of a batch by their state.</summary>
public sealed record LLMBatchCounts
{
    /// <summary>All items.</summary>
    public required int Total { get; init; }

    /// <summary>Those that were answered.</summary>
    public int Succeeded { get; init; }

    /// <summary>Those that were tried and failed.</summary>
    public int Failed { get; init; }

    /// <summary>Those that were neither answered nor failed: still to come, or expired or cancelled once the batch has ended.</summary>
    public int Unfinished => Math.Max(0, Total - Succeeded - Failed);
}
