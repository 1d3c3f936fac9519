namespace JobWise.Llm;

/// <summary>
/// The port to a provider's batches: many requests handed over at once, answered within a day or more, usually for half the price. Get it
/// from the keyed services by the name of the instance, or from <see cref="ILLMService.GetService"/>; a provider without batches has none.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every member sends each of its requests once and throws what <see cref="ILLMService"/> throws. The pipeline does not see batches: set the
/// model and the options of each request, since workflows, budgets, limits and the cache do not hold here.
/// </remarks>
public interface ILLMBatchService
{
    /// <summary>What the provider takes; checked before one byte is sent.</summary>
    LLMBatchRules Rules { get; }

    /// <summary>Hands a batch over and returns once the provider has accepted it; it is not answered yet.</summary>
    /// <param name="items">Enumerated once, item by item; a batch of any size is not held in memory.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the upload. Once the provider has the batch, only <see cref="CancelAsync"/> stops it.</param>
    /// <exception cref="LLMInvalidRequestException">A rule is broken; the message names the custom id concerned, never its prompt. Nothing was sent.</exception>
    Task<LLMBatch> CreateAsync(IAsyncEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The batch as it stands now.</summary>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>, in this process or an earlier one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LLMBatch> GetAsync(string batchId, CancellationToken cancellationToken = default);

    /// <summary>Asks the provider to stop; what is finished by then has results and is charged. The batch ends some minutes later.</summary>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call, not the batch.</param>
    Task<LLMBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default);

    /// <summary>The account's batches in the provider's order, usually the newest first; pages are fetched as they are needed.</summary>
    /// <param name="cancellationToken">Ends the enumeration; so does leaving it.</param>
    IAsyncEnumerable<LLMBatch> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The results of a batch that has ended, in any order: one for each item, matched by <see cref="LLMBatchResult.CustomId"/>. An item that
    /// failed, expired or was cancelled comes as a result with its <see cref="LLMBatchResult.Error"/> and does not end the enumeration.
    /// </summary>
    /// <remarks>Read as a stream, so that results of any size are not held in memory. Each enumeration downloads them anew.</remarks>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>.</param>
    /// <param name="cancellationToken">Ends the enumeration; so does leaving it.</param>
    /// <exception cref="LLMInvalidRequestException">The batch has not ended, or was refused as a whole.</exception>
    /// <exception cref="LLMConnectionException">The results ended before all were there. Those that came stay valid.</exception>
    IAsyncEnumerable<LLMBatchResult> GetResultsAsync(string batchId, CancellationToken cancellationToken = default);

    /// <summary>Deletes what the provider keeps of a batch that has ended: its requests and its results. What is gone already is no error.</summary>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="LLMInvalidRequestException">The batch has not ended.</exception>
    Task DeleteDataAsync(string batchId, CancellationToken cancellationToken = default);
}
