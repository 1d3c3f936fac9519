namespace JobWise.Llm.Pipeline;

/// <summary>Keeps the answers themselves, which are immutable. Of too many, those that were used longest ago go.</summary>
internal sealed class MemoryResponseStore(CurrentSettings settings, TimeProvider timeProvider) : IResponseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LLMCacheKey, LinkedListNode<MemoryEntry>> _entries = [];
    private readonly LinkedList<MemoryEntry> _byUse = [];
    private long _characters;

    public int Count => _entries.Count;

    public long Characters => _characters;

    public LLMResponse? FindNow(LLMCacheKey key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            if (timeProvider.GetElapsedTime(node.Value.StoredAt) >= node.Value.TimeToLive)
            {
                Remove_NeedsLock(node);
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Response;
        }
    }

    public ValueTask<LLMResponse?> FindAsync(LLMCacheKey key, CancellationToken cancellationToken) => ValueTask.FromResult(FindNow(key));

    public void Save(LLMCacheKey key, LLMResponse response, TimeSpan timeToLive)
    {
        var entry = new MemoryEntry(key, response, ResponseSize.Of(response), timeProvider.GetTimestamp(), timeToLive);
        var limits = settings.Value.Options.Cache;
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var old))
            {
                Remove_NeedsLock(old);
            }

            _entries[key] = _byUse.AddFirst(entry);
            _characters += entry.Characters;
            while (_byUse.Last is { } last && (_entries.Count > limits.MaxEntries || _characters > limits.MaxCharacters))
            {
                Remove_NeedsLock(last);
            }
        }
    }

    private void Remove_NeedsLock(LinkedListNode<MemoryEntry> node)
    {
        _entries.Remove(node.Value.Key);
        _byUse.Remove(node);
        _characters -= node.Value.Characters;
    }
}
