using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using JobWise.Llm.Wire;

namespace JobWise.Llm;

/// <summary>
/// The batches of a mock: they end when they are first looked at, or as far as a test advances them. Each item asks the mock's script once,
/// so answers, faults and recorded calls are those of single calls. Results come in the opposite order of the items, so that code which
/// relies on the order fails.
/// </summary>
public sealed class MockBatches : ILLMBatchService
{
    private readonly MockLLMService _mock;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<string, MockBatch> _batches = new(StringComparer.Ordinal);
    private int _lastNumber;

    internal MockBatches(MockLLMService mock, TimeProvider timeProvider) => (_mock, _timeProvider) = (mock, timeProvider);

    /// <summary>What is checked when a batch is handed over, bytes excepted.</summary>
    /// <value>The default value takes 50,000 items and windows from 24 hours to 7 days.</value>
    public LLMBatchRules Rules { get; set; } = new() { MaxItems = 50_000, MaxBytes = long.MaxValue, LongestWindow = TimeSpan.FromDays(7) };

    /// <summary>Whether a batch ends by itself at the first look; if not, <see cref="Advance"/> must do it.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool EndByThemselves { get; set; } = true;

    /// <summary>The items of a batch, in the order they were handed over.</summary>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>.</param>
    public IReadOnlyList<LLMBatchItem> ItemsOf(string batchId) => Find(batchId).Items;

    /// <summary>Moves a batch to a status; one that has ended stays as it is.</summary>
    /// <param name="batchId">From <see cref="LLMBatch.Id"/>.</param>
    /// <param name="status">Any; one that ends the batch gives it results.</param>
    /// <param name="finished">How many items, from the first on, are answered; null is all of them when completed and none otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="finished"/> is negative or more than the batch has.</exception>
    public void Advance(string batchId, LLMBatchStatus status, int? finished = null)
    {
        var batch = Find(batchId);
        var count = finished ?? (status == LLMBatchStatus.Completed ? batch.Items.Count : 0);
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(finished));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, batch.Items.Count, nameof(finished));
        batch.TryAdvance(status, count, _timeProvider.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task<LLMBatch> CreateAsync(
        IAsyncEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var checker = new BatchChecker(Rules, _mock.Metadata.InstanceName, _mock.Metadata.ProviderName);
        checker.WindowOf(options);
        List<LLMBatchItem> taken = [];
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            checker.TakeId(item);
            checker.TakeModel(item.CustomId, item.Request.Model ?? _mock.Options.DefaultModel);
            taken.Add(item);
        }

        checker.Finish();
        var batch = new MockBatch(Interlocked.Increment(ref _lastNumber), _mock.Metadata.ProviderName, taken, _timeProvider.GetUtcNow());
        _batches[batch.Id] = batch;
        return batch.Describe();
    }

    /// <inheritdoc/>
    public async Task<LLMBatch> GetAsync(string batchId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var batch = Find(batchId);
        if (EndByThemselves)
        {
            Advance(batchId, batch.Status == LLMBatchStatus.Cancelling ? LLMBatchStatus.Cancelled : LLMBatchStatus.Completed);
        }

        if (batch.Status.IsEnded)
        {
            await AnswerAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return batch.Describe();
    }

    /// <inheritdoc/>
    public Task<LLMBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Advance(batchId, LLMBatchStatus.Cancelling);
        return Task.FromResult(Find(batchId).Describe());
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LLMBatch> ListAsync(CancellationToken cancellationToken = default) =>
        _batches.Values.OrderByDescending(batch => batch.Number).Select(batch => batch.Describe()).ToAsyncEnumerable();

    /// <inheritdoc/>
    public async IAsyncEnumerable<LLMBatchResult> GetResultsAsync(
        string batchId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await GetAsync(batchId, cancellationToken).ConfigureAwait(false);
        var batch = Find(batchId);
        if (!batch.Status.IsEnded || batch.Status == LLMBatchStatus.Failed || batch.IsDeleted)
        {
            var state = batch.IsDeleted ? "deleted" : batch.Status.Value;
            throw Refusal($"The batch '{batchId}' is {state}, so it has no results. Wait with WaitAsync, or advance it.");
        }

        foreach (var item in batch.Items.Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch.Results.TryGetValue(item.CustomId, out var result) ? result : Unfinished(batch, item);
        }
    }

    /// <inheritdoc/>
    public async Task DeleteDataAsync(string batchId, CancellationToken cancellationToken = default)
    {
        var batch = await GetAsync(batchId, cancellationToken).ConfigureAwait(false);
        if (!batch.IsEnded)
        {
            throw Refusal($"The batch '{batchId}' is {batch.Status}, so its data is still in use. Cancel it and wait, then delete.");
        }

        Find(batchId).IsDeleted = true;
    }

    private async Task AnswerAsync(MockBatch batch, CancellationToken cancellationToken)
    {
        foreach (var item in batch.Finished)
        {
            if (!batch.Results.ContainsKey(item.CustomId))
            {
                batch.Results.TryAdd(item.CustomId, await AskAsync(item, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    private async Task<LLMBatchResult> AskAsync(LLMBatchItem item, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _mock.GenerateAsync(item.Request, cancellationToken).ConfigureAwait(false);
            return new LLMBatchResult { CustomId = item.CustomId, Response = response with { IsBatch = true } };
        }
        catch (LLMServiceException error)
        {
            return new LLMBatchResult { CustomId = item.CustomId, Error = error };
        }
    }

    private LLMBatchResult Unfinished(MockBatch batch, LLMBatchItem item) => new()
    {
        CustomId = item.CustomId,
        Error = new LLMBatchItemUnfinishedException(
            batch.Status,
            $"The batch '{batch.Id}' ended as {batch.Status} before this item was answered. Send it again, alone or in another batch.",
            new LLMErrorDetails { Provider = _mock.Metadata.ProviderName }),
    };

    private MockBatch Find(string batchId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(batchId);
        return _batches.TryGetValue(batchId, out var batch) ? batch : throw Refusal($"There is no batch '{batchId}'. Take the Id that CreateAsync returned.");
    }

    private LLMInvalidRequestException Refusal(string message) =>
        new($"{_mock.Metadata.InstanceName}: {message}", new LLMErrorDetails { Provider = _mock.Metadata.ProviderName });
}
