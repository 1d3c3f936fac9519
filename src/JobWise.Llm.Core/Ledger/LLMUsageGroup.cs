namespace JobWise.Llm;

/// <summary>One group of a report.</summary>
public sealed record LLMUsageGroup
{
    /// <summary>What the attempts have in common; empty where it is not set.</summary>
    public required string Key { get; init; }

    /// <summary>What they came to.</summary>
    public required LLMUsageTotals Totals { get; init; }
}
