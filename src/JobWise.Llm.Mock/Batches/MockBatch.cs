using System.Collections.Concurrent;
using System.Globalization;

namespace JobWise.Llm;

/// <summary>One batch of a mock, with what the test made of it.</summary>
internal sealed class MockBatch(int number, string provider, IReadOnlyList<LLMBatchItem> items, DateTimeOffset createdAt)
{
    private readonly Lock _lock = new();
    private LLMBatchStatus _status = LLMBatchStatus.Validating;
    private DateTimeOffset? _endedAt;
    private int _finished;

    public int Number => number;

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"batch_{number}");

    public IReadOnlyList<LLMBatchItem> Items => items;

    public bool IsDeleted { get; set; }

    /// <summary>What the script said, by custom id: asked once however often the results are read.</summary>
    public ConcurrentDictionary<string, LLMBatchResult> Results { get; } = new(StringComparer.Ordinal);

    public LLMBatchStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    /// <summary>The items that are done, from the first on.</summary>
    public IEnumerable<LLMBatchItem> Finished
    {
        get
        {
            lock (_lock)
            {
                return items.Take(_finished);
            }
        }
    }

    /// <summary>Sets the status, unless the batch has ended: what has ended stays as it is.</summary>
    public bool TryAdvance(LLMBatchStatus status, int finished, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_status.IsEnded)
            {
                return false;
            }

            (_status, _finished, _endedAt) = (status, finished, status.IsEnded ? now : null);
            return true;
        }
    }

    public LLMBatch Describe()
    {
        lock (_lock)
        {
            return new LLMBatch
            {
                Id = Id,
                Provider = provider,
                Status = _status,
                Counts = new LLMBatchCounts
                {
                    Total = items.Count,
                    Succeeded = Results.Values.Count(result => result.IsSuccess),
                    Failed = Results.Values.Count(result => !result.IsSuccess),
                },
                CreatedAt = createdAt,
                ExpiresAt = createdAt.AddDays(1),
                EndedAt = _endedAt,
            };
        }
    }
}
