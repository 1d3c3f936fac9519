namespace JobWise.Llm;

/// <summary>What can be done with any provider's batches.</summary>
public static class LLMBatchExtensions
{
    /// <summary>Hands over a batch whose items are at hand, or are made while they are enumerated.</summary>
    /// <param name="batches">The provider's batches.</param>
    /// <param name="items">Enumerated once, item by item.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>As of <see cref="ILLMBatchService.CreateAsync"/>.</returns>
    public static Task<LLMBatch> CreateAsync(
        this ILLMBatchService batches, IEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(items);
        return batches.CreateAsync(items.ToAsyncEnumerable(), options, cancellationToken);
    }

    /// <summary>
    /// Looks at a batch again and again until it has ended, in growing intervals. A look that fails in a transient way is passed over; one
    /// that fails otherwise ends the wait.
    /// </summary>
    /// <param name="batches">The provider's batches.</param>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>, in this process or an earlier one.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="progress">Told of every look that succeeded, the last included.</param>
    /// <param name="timeProvider">Measures and waits; null takes the system's clock.</param>
    /// <param name="cancellationToken">Ends the wait, not the batch.</param>
    /// <returns>The ended batch; look at its status before its results.</returns>
    /// <exception cref="LLMTimeoutException">The batch had not ended in time. It goes on; wait again, or cancel it.</exception>
    /// <exception cref="ArgumentException">An interval or the timeout is not above zero, or the intervals are out of order.</exception>
    public static Task<LLMBatch> WaitAsync(
        this ILLMBatchService batches,
        string batchId,
        LLMBatchWaitOptions? options = null,
        IProgress<LLMBatch>? progress = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return new BatchWait(batches, batchId, options ?? new LLMBatchWaitOptions(), progress, timeProvider ?? TimeProvider.System).RunAsync(cancellationToken);
    }
}
