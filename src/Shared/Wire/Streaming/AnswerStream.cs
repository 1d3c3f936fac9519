namespace JobWise.Llm.Wire;

/// <summary>
/// One open streamed answer: reads events and owns the connection until it is disposed. A protocol says what its events mean; what a cut, an
/// error or an answer that is no stream becomes is the same for all.
/// </summary>
internal abstract class AnswerStream : IAsyncDisposable
{
    private readonly Stream _body;
    private bool _hasStarted;
    private bool _isOver;

    protected AnswerStream(Exchange exchange, Stream body)
    {
        Exchange = exchange;
        _body = body;
        Progress = new StreamProgress(exchange);
        Events = new SseReader(body, exchange.Options.MaxLineBytes, exchange.Options.MaxEventBytes);
    }

    protected Exchange Exchange { get; }

    protected StreamProgress Progress { get; }

    protected SseReader Events { get; }

    /// <summary>Whether the answer's own end came, so that a closed connection has lost nothing.</summary>
    protected abstract bool IsComplete { get; }

    /// <summary>What the protocol's end is called, for the error about a stream without one.</summary>
    protected abstract string TerminalEvent { get; }

    /// <summary>Takes over the exchange, whose headers have come.</summary>
    public static async Task<TStream> OpenAsync<TStream>(Exchange exchange, Func<Stream, TStream> create, CancellationToken cancellationToken)
        where TStream : AnswerStream
    {
        try
        {
            return create(await ResponseBody.OpenAsync(exchange.Response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) // Whatever the stream throws must reach the caller as one of our errors.
        {
            exchange.Dispose();
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    /// <summary>The next update; null after the last. An event that is here already costs no asynchronous step.</summary>
    public ValueTask<LLMStreamUpdate?> NextAsync(CancellationToken cancellationToken) =>
        Progress.TryNext(out var update) || (TakeReceived(cancellationToken) && Progress.TryNext(out update))
            ? new(update)
            : AwaitNextAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Events.Dispose();
        await _body.DisposeAsync().ConfigureAwait(false);
        Exchange.Dispose();
    }

    /// <summary>Takes the event at hand; true when it ends the stream.</summary>
    protected abstract bool TakeEvent();

    /// <summary>Takes an answer that came whole though a stream was asked for.</summary>
    protected abstract void TakeWhole(ReadOnlySpan<byte> body);

    protected abstract LLMResponse Build();

    /// <summary>Takes events that need no waiting, up to the first that brings an update.</summary>
    private bool TakeReceived(CancellationToken cancellationToken)
    {
        if (!_hasStarted || _isOver || cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            while (Progress.IsEmpty && Events.TryRead())
            {
                if (TakeEvent())
                {
                    Finish(cause: null);
                }
            }

            return !Progress.IsEmpty;
        }
        catch (Exception error) // Whatever an event leads to must reach the caller as one of our errors.
        {
            throw Exchange.Translate(error, Progress.SoFar, cancellationToken);
        }
    }

    private async ValueTask<LLMStreamUpdate?> AwaitNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Progress.TryNext(out var update) || _isOver)
            {
                return update;
            }

            await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_hasStarted)
            {
                _hasStarted = true;
                await StartAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            if (!await Events.ReadAsync(cancellationToken).ConfigureAwait(false) || TakeEvent())
            {
                Finish(cause: null);
            }
        }
        catch (Exception error) when (IsCut(error) && !cancellationToken.IsCancellationRequested) // Only what IsCut names.
        {
            Finish(error);
        }
        catch (Exception error) // Whatever the stream throws must reach the caller as one of our errors.
        {
            throw Exchange.Translate(error, Progress.SoFar, cancellationToken);
        }
    }

    // Before anything came, a cut connection is a failed connection, which may be tried again; afterwards it is a cut answer.
    private bool IsCut(Exception error) => error is IOException or HttpRequestException or InvalidDataException && (Progress.FirstContent is not null || IsComplete);

    // Some servers answer a streaming request with one whole answer, or with a page of a proxy.
    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        var sign = await Events.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (sign is (byte)'{' or (byte)'[')
        {
            var body = await Events.ReadToEndAsync(Exchange.Options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            TakeWhole(body.Span);
            Finish(cause: null);
        }
        else if (sign == (byte)'<')
        {
            throw new WireFormatException("The answer is an HTML or XML page, not a stream of events. Check BaseUrl and any proxy on the way.");
        }
    }

    private void Finish(Exception? cause)
    {
        _isOver = true;
        if (!IsComplete)
        {
            throw new LLMStreamInterruptedException(
                $"{Exchange.Instance}: The stream ended without {TerminalEvent}, so its answer is incomplete. Ask again, or use what PartialText holds.",
                // What ended before it began may be asked for again unseen; after its first piece only the caller can decide that.
                Exchange.Details(Progress.SoFar) with { ShouldRetry = Progress.FirstContent is null ? true : null },
                cause);
        }

        Progress.Add(LLMStreamUpdate.ForCompleted(Build()));
    }
}
