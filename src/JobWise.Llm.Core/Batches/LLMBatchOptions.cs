namespace JobWise.Llm;

/// <summary>How a batch is to be done.</summary>
public sealed record LLMBatchOptions
{
    /// <summary>The time the provider has; what is not finished then expires. Whole hours within <see cref="ILLMBatchService.Rules"/>; null is the shortest.</summary>
    public TimeSpan? CompletionWindow { get; init; }
}
