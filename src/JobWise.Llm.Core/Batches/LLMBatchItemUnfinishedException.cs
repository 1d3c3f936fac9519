namespace JobWise.Llm;

/// <summary>The batch ended before this item was answered: it expired or was cancelled. Providers do not charge such items; the same request may be sent again.</summary>
public sealed class LLMBatchItemUnfinishedException : LLMServiceException
{
    /// <summary>Makes the error of one item.</summary>
    /// <param name="status">How the batch ended, such as <see cref="LLMBatchStatus.Expired"/>.</param>
    /// <param name="message">Names the batch and the cure.</param>
    /// <param name="details">What is known of the item.</param>
    public LLMBatchItemUnfinishedException(LLMBatchStatus status, string message, LLMErrorDetails? details = null)
        : base(message, details) => Status = status;

    /// <summary>How the batch ended.</summary>
    public LLMBatchStatus Status { get; }

    /// <inheritdoc/>
    protected override bool IsTransientByKind => true;
}
