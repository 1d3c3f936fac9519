namespace JobWise.Llm;

/// <summary>What one user used in some days.</summary>
public sealed record LLMUserUsage
{
    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>How many days, the last one included.</summary>
    public int Days { get; init; }

    /// <summary>All tokens that were sent and received; answers from the cache used none.</summary>
    public long TotalTokens { get; init; }

    /// <summary>What is known of the cost.</summary>
    public decimal TotalCostUsd { get; init; }

    /// <summary>How many attempts have no known cost.</summary>
    public long UnknownCosts { get; init; }

    /// <summary>The tokens by workflow; calls without one are under the empty name.</summary>
    public required IReadOnlyDictionary<string, long> Workflows { get; init; }
}
