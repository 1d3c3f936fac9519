using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Keeps answers in any distributed cache, and goes on without it while that is slow or down.</summary>
internal sealed class DistributedResponseStore(IDistributedCache cache, CurrentSettings settings, TimeProvider timeProvider, ILogger logger)
    : IResponseStore, IAsyncDisposable, IDisposable
{
    private const string Prefix = "jobwise-llm:";

    /// <summary>How long a cache that failed is left alone, so that an outage does not cost every call its limit.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly SavesUnderWay _saves = new();
    private readonly CancellationTokenSource _ending = new(); // Without a timer or a handle: a late Dispose must find it alive.
    private long _downSince;
    private int _isDown;

    /// <summary>An answer that is still on its way into the cache.</summary>
    public LLMResponse? FindNow(LLMCacheKey key) => _saves.Find(key);

    public async ValueTask<LLMResponse?> FindAsync(LLMCacheKey key, CancellationToken cancellationToken)
    {
        byte[]? stored = null;
        await AskAsync(async token => stored = await cache.GetAsync(Prefix + key, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            return null;
        }

        var response = EntrySeal.Open(key, stored, settings.Value.Options.Cache.SigningKey) is { } content ? ResponseReader.Read(key, content) : null;
        if (response is null)
        {
            logger.CacheEntryUnreadable(Prefix + key, stored.Length);
            await AskAsync(token => cache.RemoveAsync(Prefix + key, token), cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    public void Save(LLMCacheKey key, LLMResponse response, TimeSpan timeToLive)
    {
        if (_saves.TryBegin(key, response))
        {
            _ = SaveAsync(key, response, timeToLive);
        }
        else
        {
            logger.CacheSaveDropped(Prefix + key, SavesUnderWay.Most);
        }
    }

    /// <summary>Waits for the saves under way, none of which takes longer than its limit.</summary>
    public ValueTask DisposeAsync() => new(_saves.CloseAsync());

    /// <summary>Gives the saves under way up, since it must not wait.</summary>
    public void Dispose()
    {
        _ = _saves.CloseAsync();
        _ending.Cancel();
    }

    private async Task SaveAsync(LLMCacheKey key, LLMResponse response, TimeSpan timeToLive)
    {
        try
        {
            if (ResponseWriter.Write(key, response) is { } content)
            {
                var stored = EntrySeal.Close(key, content, settings.Value.Options.Cache.SigningKey);
                var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = timeToLive };
                await AskAsync(token => cache.SetAsync(Prefix + key, stored, options, token), _ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception) // Nobody awaits a save: it was given up with the program, or the log has failed.
        {
        }
        finally
        {
            _saves.End(key, response);
        }
    }

    /// <summary>Not every cache heeds its token, so the wait for it ends by itself; what comes later is dropped.</summary>
    private async ValueTask AskAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isDown) != 0 && timeProvider.GetElapsedTime(Volatile.Read(ref _downSince)) < Rest)
        {
            return;
        }

        var limit = settings.Value.Options.Cache.StoreTimeout;
        using var source = new CancellationTokenSource(limit, timeProvider);
        using var registration = source.EndWith(cancellationToken);
        Task? asked = null;
        try
        {
            asked = ask(source.Token);
            await asked.WaitAsync(source.Token).ConfigureAwait(false);
            NoteUp();
        }
        catch (Exception error) // Whatever a cache of anyone's throws: an answer must not be lost for want of a place to keep it.
        {
            LateTask.Observe(asked);
            cancellationToken.ThrowIfCancellationRequested();
            NoteDown(error, limit);
        }
    }

    private void NoteDown(Exception error, TimeSpan limit)
    {
        Volatile.Write(ref _downSince, timeProvider.GetTimestamp());
        if (Interlocked.Exchange(ref _isDown, 1) == 0)
        {
            logger.CacheDown(error.GetType().Name, limit.TotalMilliseconds);
        }
    }

    private void NoteUp()
    {
        if (Volatile.Read(ref _isDown) != 0 && Interlocked.Exchange(ref _isDown, 0) != 0)
        {
            logger.CacheUp();
        }
    }
}
