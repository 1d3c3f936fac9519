using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A distributed cache in memory that can be slow or down, and that tells what it was asked.</summary>
internal sealed class FakeDistributedCache : IDistributedCache
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    public ConcurrentQueue<DistributedCacheEntryOptions> Writes { get; } = [];

    public int Reads => _reads;

    /// <summary>Runs before every read and write.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs before every write, after the other.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    private int _reads;

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        Interlocked.Increment(ref _reads);
        await Before();
        return Entries.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await Before();
        await BeforeWrite();
        Writes.Enqueue(options);
        Entries[key] = value;
    }

    public byte[]? Get(string key) => throw new NotSupportedException("Only the asynchronous way is used.");

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await Before();
        Entries.TryRemove(key, out _);
    }
}
