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

    // A caller that is alone goes on inline, on the thread that brings the news and never under a lock; one that blocks it delays nobody else.
    // Where there are several, each goes on by itself, the leader last and inline.
    private readonly TaskCompletionSource<FlightEnd> _leaderEnd = new();
    private readonly TaskCompletionSource<FlightEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TaskCompletionSource> _readers = [];
    private LLMRequest? _request;
    private bool _isOver;

    /// <summary>Of the leader.</summary>
    public CachedCall Call => call;

    /// <summary>Whoever waits for it.</summary>
    public FlightCrew Crew { get; } = new(call);

    /// <summary>The leader's, judged by the time of the crew.</summary>
    public LLMRequest Request => _request ??= CallNotes.Write(call.Request, new CallNotes { Clock = Crew });

    /// <summary>Whether it must not be answered from the store, whose answer somebody did not want.</summary>
    public bool IsFresh => isFresh;

    public CancellationToken Token => _source.Token;

    /// <summary>Never fails: a failure is one way to end.</summary>
    public Task<FlightEnd> End => _end.Task;

    /// <summary>The same for the leader, who goes on when everyone else has been told.</summary>
    public Task<FlightEnd> LeaderEnd => _leaderEnd.Task;

    public void Cancel() => _source.Cancel();

    public void Publish(LLMStreamUpdate update)
    {
        lock (_lock)
        {
            _updates.Add(update);
        }

        Wake();
    }

    public void Complete(FlightEnd end)
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _end.SetResult(end);
        Wake();
        _leaderEnd.SetResult(end);
    }

    /// <summary>Wakes everyone who waits for an update, so that the one whose call was cancelled looks up.</summary>
    public void Wake()
    {
        TaskCompletionSource[] readers;
        lock (_lock)
        {
            readers = [.. _readers];
            _readers.Clear();
        }

        if (readers is [var only] && Crew.IsAlone)
        {
            only.SetResult();
            return;
        }

        foreach (var reader in readers)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static reader => reader.SetResult(), reader, preferLocal: false);
        }
    }

    /// <summary>The update at this place, once it has come; null when the flight ended before. To be woken by <see cref="Wake"/> when the token is cancelled.</summary>
    public async ValueTask<LLMStreamUpdate?> ReadAsync(int index, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource reader;
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
                reader = new TaskCompletionSource();
                _readers.Add(reader);
            }

            await reader.Task.ConfigureAwait(false);
        }
    }
}
