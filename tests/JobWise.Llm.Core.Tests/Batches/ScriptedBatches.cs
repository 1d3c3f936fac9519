namespace JobWise.Llm.Tests;

/// <summary>Batches whose looks are scripted: each gives a batch or fails. Other members are not used.</summary>
internal sealed class ScriptedBatches(params ReadOnlySpan<Func<LLMBatch>> looks) : ILLMBatchService
{
    private readonly Queue<Func<LLMBatch>> _looks = new(looks.ToArray());

    public LLMBatchRules Rules { get; } = new() { MaxItems = 10, MaxBytes = 1000 };

    public int Looks { get; private set; }

    public List<string> CreatedIds { get; } = [];

    public static Func<LLMBatch> In(LLMBatchStatus status, DateTimeOffset? expiresAt = null) =>
        () => new LLMBatch { Id = "batch-1", Provider = "some-provider", Status = status, ExpiresAt = expiresAt };

    public static Func<LLMBatch> Failing(LLMServiceException error) => () => throw error;

    public Task<LLMBatch> GetAsync(string batchId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Looks++;
        // The last look repeats.
        return Task.FromResult((_looks.Count > 1 ? _looks.Dequeue() : _looks.Peek())());
    }

    public async Task<LLMBatch> CreateAsync(
        IAsyncEnumerable<LLMBatchItem> items, LLMBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        CreatedIds.AddRange(await items.Select(item => item.CustomId).ToListAsync(cancellationToken));
        return In(LLMBatchStatus.Validating)();
    }

    public Task<LLMBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<LLMBatch> ListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<LLMBatchResult> GetResultsAsync(string batchId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteDataAsync(string batchId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
