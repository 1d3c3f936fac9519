namespace JobWise.Llm.Pipeline;

/// <summary>
/// Measures how long one attempt keeps waiting, for the next content and in all: one source per attempt, armed only while the provider is
/// awaited, so that the time a consumer takes is not counted. Updates without content do not start the wait for content anew.
/// </summary>
internal sealed class AttemptTimer : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private TimeSpan _left;
    private TimeSpan _leftInAll;

    public AttemptTimer(TimeSpan firstWait, TimeSpan? inAll, TimeProvider timeProvider, CancellationToken outer)
    {
        _leftInAll = inAll ?? TimeSpan.MaxValue;
        _timeProvider = timeProvider;
        _outer = outer;
        _left = firstWait;
        _source = CancellationSources.Create(timeProvider);
        _registration = _source.EndWith(outer);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the attempt ended because a wait ran out, not because somebody further out cancelled.</summary>
    public bool RanOut => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>Of the two limits, whether that of the whole attempt was the one to run out.</summary>
    public bool RanOutInAll => RanOut && _leftInAll <= _left;

    /// <summary>Content came: the next wait may be this long.</summary>
    public void Restart(TimeSpan nextWait) => _left = nextWait;

    /// <summary>Awaits the provider with the timer armed; touches no timer when the result is there already.</summary>
    public ValueTask<T> MeasureAsync<T>(ValueTask<T> wait) => wait.IsCompletedSuccessfully ? wait : MeasureSlowlyAsync(wait);

    /// <summary>Starts the wait.</summary>
    public void Arm()
    {
        var least = _left < _leftInAll ? _left : _leftInAll;
        if (least > TimeSpan.Zero)
        {
            _source.CancelAfter(least);
        }
        else
        {
            _source.Cancel();
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private async ValueTask<T> MeasureSlowlyAsync<T>(ValueTask<T> wait)
    {
        var start = _timeProvider.GetTimestamp();
        Arm();
        var result = await wait.ConfigureAwait(false);
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
        var waited = _timeProvider.GetElapsedTime(start);
        _left -= waited;
        _leftInAll -= waited;
        return result;
    }
}
