namespace JobWise.Llm.Pipeline;

/// <summary>
/// One call to the provider that equal calls wait for. It belongs to none of them: it runs on a token of its own, with the request of the one
/// that began it.
/// </summary>
#pragma warning disable CA1001 // Its source has neither a timer nor a handle: there is nothing to dispose of, and a late Cancel must find it alive.
internal sealed class Flight(CachedCall call, bool isFresh)
#pragma warning restore CA1001
{
    private readonly Lock _lock = new();
    private readonly List<LLMStreamUpdate> _updates = [];
    private readonly CancellationTokenSource _source = new();

    // Continuations run inline, on the thread that brings the news and never under a lock, so that virtual time stays on one thread.
    private readonly TaskCompletionSource<FlightEnd> _end = new();
    private TaskCompletionSource? _news;
    private bool _isOver;

    /// <summary>Of the leader.</summary>
    public CachedCall Call => call;

    /// <summary>Whether it must not be answered from the store, whose answer somebody did not want.</summary>
    public bool IsFresh => isFresh;

    public CancellationToken Token => _source.Token;

    /// <summary>Never fails: a failure is one way to end.</summary>
    public Task<FlightEnd> End => _end.Task;

    /// <summary>How many callers wait; touched under the lock of <see cref="FlightTable"/> only.</summary>
    public int Waiters_NeedsLock { get; set; }

    /// <summary>Whether the one that began it left before its end.</summary>
    public bool HasLostLeader { get; set; }

    public void Cancel() => _source.Cancel();

    public void Publish(LLMStreamUpdate update)
    {
        TaskCompletionSource? news;
        lock (_lock)
        {
            _updates.Add(update);
            (news, _news) = (_news, null);
        }

        news?.SetResult();
    }

    public void Complete(FlightEnd end)
    {
        TaskCompletionSource? news;
        lock (_lock)
        {
            _isOver = true;
            (news, _news) = (_news, null);
        }

        _end.SetResult(end);
        news?.SetResult();
    }

    /// <summary>Wakes everyone who waits for an update, so that the one whose call was cancelled looks up.</summary>
    public void Wake()
    {
        TaskCompletionSource? news;
        lock (_lock)
        {
            (news, _news) = (_news, null);
        }

        news?.SetResult();
    }

    /// <summary>The update at this place, once it has come; null when the flight ended before. To be woken by <see cref="Wake"/> when the token is cancelled.</summary>
    public async ValueTask<LLMStreamUpdate?> ReadAsync(int index, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (index < _updates.Count)
                {
                    return _updates[index];
                }

                if (_isOver)
                {
                    return null;
                }

                cancellationToken.ThrowIfCancellationRequested();
                news = (_news ??= new TaskCompletionSource()).Task;
            }

            await news.ConfigureAwait(false);
        }
    }
}
