namespace JobWise.Llm;

/// <summary>A batch as the provider described it last.</summary>
public sealed record LLMBatch
{
    /// <summary>The provider's id. Keep it: it is all that a later process needs.</summary>
    public required string Id { get; init; }

    /// <summary>The vendor; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>How far the batch is.</summary>
    public required LLMBatchStatus Status { get; init; }

    /// <summary>Whether nothing more will happen; only then there are results.</summary>
    public bool IsEnded => Status.IsEnded;

    /// <summary>The items by their state; null while the provider has not counted them.</summary>
    public LLMBatchCounts? Counts { get; init; }

    /// <summary>When the provider accepted it; null where it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When what is not finished expires; null where the provider does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was completed, failed, expired or cancelled; null before, or where the provider does not say.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the provider refused the batch as a whole; empty when it did not. Errors of single items are among the results.</summary>
    public IReadOnlyList<LLMBatchProblem> Problems { get; init; } = [];

    /// <summary>What was asked for but not sent as asked; only on what <c>CreateAsync</c> returns, since the provider does not keep it.</summary>
    public IReadOnlyList<LLMBatchWarning> Warnings { get; init; } = [];

    /// <summary>The provider's ids of the files behind the batch, by what they hold: <c>input</c>, <c>output</c>, <c>errors</c>. Empty where there are none.</summary>
    public IReadOnlyDictionary<string, string> FileIds { get; init; } = ImmutableEmpty.Strings;
}
