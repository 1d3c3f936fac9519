namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Sums over attempts, in the units of <see cref="UsageRow"/>.</summary>
internal class UsageSums
{
    public long Attempts { get; set; }

    public long PromptTokens { get; set; }

    public long CompletionTokens { get; set; }

    public long CachedTokens { get; set; }

    public long CacheWriteTokens { get; set; }

    public long ReasoningTokens { get; set; }

    public long TotalTokens { get; set; }

    public long Cost { get; set; }

    /// <summary>How many attempts have no known cost.</summary>
    public long UnknownCosts { get; set; }

    public long Saved { get; set; }

    public long Duration { get; set; }
}
