namespace JobWise.Llm.Pipeline;

/// <summary>
/// A stream that has brought its first update, and the owner of everything that lives as long as it: its own token source, the provider's
/// enumerator, and what the lane holds for it. It is settled once: when it is disposed, or, if its consumer never does that, when the call's
/// token ends. What the lane holds is settled as soon as the end is known.
/// </summary>
internal sealed class OpenStream : IAsyncEnumerator<LLMStreamUpdate>
{
    private const int Resting = 0;
    private const int Moving = 1;
    private const int Settled = 2;

    private readonly CancellationTokenSource _source = new();
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _call;
    private readonly IAsyncEnumerator<LLMStreamUpdate> _updates;
    private readonly CancellationTokenRegistration _registration;
    private readonly StreamHolds _holds = new();
    private long _movingSince;
    private bool _isFirst = true;
    private int _state = Moving;

    private OpenStream(ILLMService service, LLMRequest request, TimeProvider timeProvider, CancellationToken call)
    {
        (_timeProvider, _call) = (timeProvider, call);
        _updates = service.GenerateStreamAsync(request, _source.Token).GetAsyncEnumerator(_source.Token);
        _registration = call.UnsafeRegister(static stream => ((OpenStream)stream!).EndWithCall(), this);
    }

    /// <summary>Kept here: the stream may be settled while its consumer still looks at it.</summary>
    public LLMStreamUpdate Current { get; private set; } = null!; // Not read before the first update, like that of any enumerator.

    /// <summary>Makes the attempt and waits for the first update; what fails until then may be repeated.</summary>
    /// <param name="service">Towards the provider.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="timeProvider">Tells how long a move took that did not end well.</param>
    /// <param name="call">The call's own token, which must outlive the opening; never one of a resilience context.</param>
    public static async ValueTask<OpenStream> OpenAsync(ILLMService service, LLMRequest request, TimeProvider timeProvider, CancellationToken call)
    {
        var stream = new OpenStream(service, request, timeProvider, call);
        var isOpen = false;
        try
        {
            isOpen = await stream.AdvanceAsync().ConfigureAwait(false);
            stream.Rest();
            return isOpen ? stream : throw new LLMStreamInterruptedException(
                "The stream ended before its first update, so there is no answer. Ask again.", new LLMErrorDetails { Model = request.Model, ShouldRetry = true });
        }
        finally
        {
            if (!isOpen)
            {
                await stream.SettleAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes over something that lives as long as the stream. Called before anyone moves it on.</summary>
    public void Own(IStreamHold hold) => _holds.Add(hold, Current);

    public async ValueTask<bool> MoveNextAsync()
    {
        if (_isFirst)
        {
            _isFirst = false;
            return true;
        }

        if (Interlocked.CompareExchange(ref _state, Moving, Resting) != Resting)
        {
            if (Current.Response is null)
            {
                _call.ThrowIfCancellationRequested();
            }

            return false; // Complete: what the consumer did with the answer since then is its own time.
        }

        _movingSince = _timeProvider.GetTimestamp();
        try
        {
            return await AdvanceAsync().ConfigureAwait(false);
        }
        catch (Exception error) // Every end must settle what is held; the error goes on as it is.
        {
            _holds.End(response: null, error, _timeProvider.GetElapsedTime(_movingSince));
            throw;
        }
        finally
        {
            Rest();
        }
    }

    public ValueTask DisposeAsync() => SettleAsync();

    /// <summary>
    /// A pending move ends by the token; a stream that rests in its consumer's hands, perhaps for ever, is settled here. The consumer finds
    /// out at its next move. The task cannot fail in a way that anyone could act on: nobody awaits an abandoned stream.
    /// </summary>
    private void EndWithCall()
    {
        _source.Cancel();
        if (Interlocked.CompareExchange(ref _state, Settled, Resting) == Resting)
        {
            _holds.End(response: null, error: null);
            _ = AbandonAsync();
        }
    }

    private async ValueTask<bool> AdvanceAsync()
    {
        if (!await _updates.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        Current = _updates.Current;
        _holds.Note(Current);
        return true;
    }

    // The call may have ended while the move was still under way and succeeded all the same: then nobody else settles the stream.
    private void Rest()
    {
        Volatile.Write(ref _state, Resting);
        if (_call.IsCancellationRequested)
        {
            EndWithCall();
        }
    }

    private async Task AbandonAsync()
    {
        try
        {
            await _updates.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception) // Nobody awaits an abandoned stream, and nothing may surface as an unobserved exception.
        {
        }
    }

    private async ValueTask SettleAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        _holds.End(response: null, error: null);
        if (Interlocked.Exchange(ref _state, Settled) != Settled)
        {
            await _updates.DisposeAsync().ConfigureAwait(false);
        }

        _source.Dispose();
    }
}
