namespace JobWise.Llm.Wire;

/// <summary>One page of a vendor's list of batches.</summary>
internal sealed record BatchPage
{
    public required IReadOnlyList<LLMBatch> Batches { get; init; }

    /// <summary>The query that brings the next page; null on the last.</summary>
    public string? NextQuery { get; init; }
}
