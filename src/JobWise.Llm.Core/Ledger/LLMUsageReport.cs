namespace JobWise.Llm;

/// <summary>What a query came to.</summary>
public sealed record LLMUsageReport
{
    /// <summary>What was asked.</summary>
    public required LLMUsageQuery Query { get; init; }

    /// <summary>Over all groups.</summary>
    public required LLMUsageTotals Total { get; init; }

    /// <summary>By key, in the order of the keys; empty where the query groups by nothing.</summary>
    public IReadOnlyList<LLMUsageGroup> Groups { get; init; } = [];
}
