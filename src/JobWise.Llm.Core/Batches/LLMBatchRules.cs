namespace JobWise.Llm;

/// <summary>What a provider takes as one batch. Data, so that a caller can cut his items into batches that fit.</summary>
public sealed record LLMBatchRules
{
    /// <summary>The most items.</summary>
    public required int MaxItems { get; init; }

    /// <summary>The most bytes of all requests as they are written.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>The shortest completion window, which is also the default one.</summary>
    /// <value>The default value is 24 hours.</value>
    public TimeSpan ShortestWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The longest completion window.</summary>
    /// <value>The default value is 24 hours.</value>
    public TimeSpan LongestWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether all items must ask for the same model.</summary>
    public bool RequiresOneModel { get; init; }
}
