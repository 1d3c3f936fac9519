namespace JobWise.Llm;

/// <summary>What some attempts came to. Tokens that no provider told count as none here; <see cref="UnknownCosts"/> tells of how many attempts.</summary>
public sealed record LLMUsageTotals
{
    /// <summary>How many attempts, whatever became of them, without answers from the cache.</summary>
    public long Attempts { get; init; }

    /// <summary>How many were answered.</summary>
    public long Succeeded { get; init; }

    /// <summary>How many ended with an error.</summary>
    public long Failed { get; init; }

    /// <summary>How many their caller ended.</summary>
    public long Cancelled { get; init; }

    /// <summary>How many are open or unknown.</summary>
    public long Open { get; init; }

    /// <summary>How many calls the cache answered.</summary>
    public long CacheHits { get; init; }

    /// <summary>Input tokens, cached ones included.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Output tokens, reasoning included.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Input tokens read from the providers' prompt caches.</summary>
    public long CachedTokens { get; init; }

    /// <summary>Input tokens written to the providers' prompt caches.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>Output tokens spent on reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>All tokens.</summary>
    public long TotalTokens { get; init; }

    /// <summary>What is known of the cost.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>How many ended attempts have no known cost.</summary>
    public long UnknownCosts { get; init; }

    /// <summary>What open and unknown attempts may cost at most, as far as their prices are known.</summary>
    public decimal ReservedUsd { get; init; }

    /// <summary>What the answers from the cache would have cost.</summary>
    public decimal SavedUsd { get; init; }

    /// <summary>How long the middle answer took; at most 9 % off, since it comes from counts. Null without answers.</summary>
    public TimeSpan? MedianLatency { get; init; }

    /// <summary>What 95 of 100 answers took at most; at most 9 % off. Null without answers.</summary>
    public TimeSpan? Latency95 { get; init; }

    /// <summary>Output tokens per second of answers; null without answers.</summary>
    public double? TokensPerSecond { get; init; }

    /// <summary>The share of failed ones among the attempts that succeeded or failed; null where there are none.</summary>
    public double? ErrorRate => Succeeded + Failed is var ended and > 0 ? (double)Failed / ended : null;
}
