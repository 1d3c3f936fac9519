namespace JobWise.Llm;

/// <summary>How calls went. Tokens, cost and speed are those of answers that were paid for; one from the cache counts in <see cref="CacheHits"/>.</summary>
public sealed record LLMMetricsSummary
{
    /// <summary>Calls that ended, however they did.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that failed; those that their caller cancelled are not failures.</summary>
    public long Errors { get; init; }

    /// <summary>Calls that their caller cancelled, and streams that their consumer left.</summary>
    public long Cancelled { get; init; }

    /// <summary>Calls that answered.</summary>
    public long Answers => Calls - Errors - Cancelled;

    /// <summary>Failed of those that were not cancelled, from 0 to 1; 0 without calls.</summary>
    public double ErrorRate => Calls == Cancelled ? 0 : (double)Errors / (Calls - Cancelled);

    /// <summary>The median time of answered calls, waits and retries included; exact to a tenth. Null without one.</summary>
    public TimeSpan? LatencyP50 { get; init; }

    /// <summary>What 95 of 100 answered calls did not exceed; exact to a tenth.</summary>
    public TimeSpan? LatencyP95 { get; init; }

    /// <summary>The median time from sending to the first content, of streams; exact to a tenth. Null without one.</summary>
    public TimeSpan? TimeToFirstTokenP50 { get; init; }

    /// <summary>What 95 of 100 streams did not exceed until their first content; exact to a tenth.</summary>
    public TimeSpan? TimeToFirstTokenP95 { get; init; }

    /// <summary>Requests sent, retries and failed calls included.</summary>
    public long Sends { get; init; }

    /// <summary>Input tokens, cached ones included.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Output tokens, reasoning included.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>The input tokens that were read from the provider's prompt cache.</summary>
    public long CachedTokens { get; init; }

    /// <summary>The input tokens that were written to the provider's prompt cache.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>The output tokens that went into reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Input and output.</summary>
    public long TotalTokens => PromptTokens + CompletionTokens;

    /// <summary>Output tokens per second of generation; null without any.</summary>
    public double? OutputTokensPerSecond { get; init; }

    /// <summary>US dollars, as far as they are known.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>Answers whose cost is not known, and is not in <see cref="CostUsd"/>.</summary>
    public long UnknownCosts { get; init; }

    /// <summary>Answers from the response cache, or shared with an equal call.</summary>
    public long CacheHits { get; init; }

    /// <summary>Hits of all answers, from 0 to 1; 0 without answers.</summary>
    public double CacheHitRate => Answers == 0 ? 0 : (double)CacheHits / Answers;

    /// <summary>What the hits would have cost at the day's prices, as far as they are known, in US dollars.</summary>
    public decimal SavedUsd { get; init; }
}
