namespace JobWise.Llm;

/// <summary>How to wait for a batch.</summary>
public sealed record LLMBatchWaitOptions
{
    /// <summary>The wait before the second look; each further one is half as long again.</summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two looks, unless the provider asks for a longer one.</summary>
    /// <value>The default value is 5 minutes.</value>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most time to wait in all; null waits until an hour after the batch expires, or for 25 hours where nobody says when that is.</summary>
    /// <value>The default value is <see langword="null"/>.</value>
    public TimeSpan? Timeout { get; init; }
}
