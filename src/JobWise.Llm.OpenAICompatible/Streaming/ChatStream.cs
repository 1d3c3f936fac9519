namespace JobWise.Llm.Wire;

/// <summary>One open streamed answer: turns events into updates and owns the connection until it is disposed.</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private readonly Exchange _exchange;
    private readonly AnswerBuilder _answer;
    private readonly Stream _body;
    private readonly SseReader _events;
    private readonly ChatPayload _chunk = new();
    private readonly StreamProgress _progress;
    private bool _hasStarted;
    private bool _isOver;

    private ChatStream(Exchange exchange, AnswerBuilder answer, Stream body)
    {
        _exchange = exchange;
        _answer = answer;
        _body = body;
        _progress = new StreamProgress(exchange);
        _events = new SseReader(body, exchange.Options.MaxLineBytes, exchange.Options.MaxEventBytes);
    }

    /// <summary>Takes over the exchange, whose headers have come.</summary>
    public static async Task<ChatStream> OpenAsync(Exchange exchange, AnswerBuilder answer, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.OpenAsync(exchange.Response, cancellationToken).ConfigureAwait(false);
            return new ChatStream(exchange, answer, body);
        }
        catch (Exception error) // Whatever the stream throws must reach the caller as one of our errors.
        {
            exchange.Dispose();
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    /// <summary>The next update; null after the last.</summary>
    public async ValueTask<LLMStreamUpdate?> NextAsync(CancellationToken cancellationToken)
    {
        while (_progress.IsEmpty)
        {
            if (_isOver)
            {
                return null;
            }

            await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        }

        return _progress.Next();
    }

    public async ValueTask DisposeAsync()
    {
        _events.Dispose();
        await _body.DisposeAsync().ConfigureAwait(false);
        _exchange.Dispose();
    }

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_hasStarted)
            {
                _hasStarted = true;
                await StartAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            if (!await _events.ReadAsync(cancellationToken).ConfigureAwait(false) || TakeEvent())
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
            throw _exchange.Translate(error, _progress.SoFar, cancellationToken);
        }
    }

    // Before anything came, a cut connection is a failed connection, which may be tried again; afterwards it is a cut answer.
    private bool IsCut(Exception error) => error is IOException or HttpRequestException && (_progress.FirstContent is not null || _answer.HasFinishReason);

    // Some servers answer a streaming request with one whole answer, or with a page of a proxy.
    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        var sign = await _events.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (sign is (byte)'{' or (byte)'[')
        {
            var body = await _events.ReadToEndAsync(_exchange.Options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            ChatPayloadReader.Read(body.Span, _chunk);
            TakeChunk();
            Finish(cause: null);
        }
        else if (sign == (byte)'<')
        {
            throw new WireFormatException("The answer is an HTML or XML page, not a stream of events. Check BaseUrl and any proxy on the way.");
        }
    }

    /// <summary>True when the event ends the stream.</summary>
    private bool TakeEvent()
    {
        var data = _events.Data;
        if (data.Trim((byte)' ').SequenceEqual("[DONE]"u8))
        {
            _answer.IsDone = true;
            return true;
        }

        if (data.Trim((byte)' ').IsEmpty)
        {
            return false;
        }

        if (_events.Name == SseEventName.Error)
        {
            throw _exchange.Failure(ErrorReader.ReadBody(data) ?? new WireError { Message = "The stream brought an error without a description" }, _progress.SoFar);
        }

        return Parse(data);
    }

    private bool Parse(ReadOnlySpan<byte> data)
    {
        try
        {
            ChatPayloadReader.Read(data, _chunk);
        }
        catch (WireFormatException) when (_events.IsUnterminated)
        {
            // The connection ended inside this event: what is missing is the rest of the stream.
            return true;
        }
        catch (WireFormatException) when (_events.Name == SseEventName.Other)
        {
            return false;
        }

        TakeChunk();
        return false;
    }

    private void TakeChunk()
    {
        _exchange.NoteRequestId(_chunk.VendorRequestId);
        if (_chunk.Error is { } error)
        {
            throw _exchange.Failure(error, _progress.SoFar);
        }

        _answer.Note(_chunk);
        _progress.Take(_chunk);
    }

    private void Finish(Exception? cause)
    {
        _isOver = true;
        if (!_answer.HasFinishReason && !_answer.IsDone)
        {
            throw new LLMStreamInterruptedException(
                $"{_answer.Provider}: The stream ended without a finish reason or [DONE], so its answer is incomplete. Ask again, or use what PartialText holds.",
                _exchange.Details(_progress.SoFar),
                cause);
        }

        _progress.Add(LLMStreamUpdate.ForCompleted(_answer.Build(_exchange, _progress)));
    }
}
