namespace JobWise.Llm.Wire;

/// <summary>An open download of results, line by line; owns the connection until it is disposed.</summary>
internal sealed class ResultLines : IAsyncDisposable
{
    private readonly Stream _body;
    private readonly JsonLineReader _lines;
    private bool _hasStarted;

    private ResultLines(Exchange exchange, Stream body)
    {
        Exchange = exchange;
        _body = body;
        // A line holds a whole answer, so it may be as large as one.
        _lines = new JsonLineReader(body, exchange.Options.MaxResponseBytes);
    }

    public Exchange Exchange { get; }

    public ReadOnlySpan<byte> Line => _lines.Line;

    public bool IsTooLong => _lines.IsTooLong;

    /// <summary>Sends the call, and returns once the headers of its answer are there.</summary>
    public static async Task<ResultLines> OpenAsync(ProviderInstance provider, LLMProviderOptions options, WireCall call, CancellationToken cancellationToken)
    {
        var exchange = await Exchange.SendAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
        try
        {
            return new ResultLines(exchange, await ResponseBody.OpenAsync(exchange.Response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) // Whatever the stream throws must reach the caller as one of our errors.
        {
            exchange.Dispose();
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    /// <summary>Moves to the next line; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            var hasLine = await _lines.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (hasLine && !_hasStarted && Bytes.FirstSign(Line) == (byte)'<')
            {
                throw new WireFormatException("The results are an HTML or XML page, not lines of JSON. Check BaseUrl and any proxy on the way.");
            }

            _hasStarted = true;
            return hasLine;
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw Exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    /// <summary>What becomes of a line that cannot be read: the error of its item, or of the download when the end of the line is missing.</summary>
    public LLMBatchResult Broken(WireFormatException error)
    {
        if (_lines.IsUnterminated)
        {
            throw new LLMConnectionException(
                $"{Exchange.Instance}: The results ended inside a line, so they are incomplete. Read them again.", Exchange.Details(), error);
        }

        return new LLMBatchResult
        {
            CustomId = CustomIds.Find(Line),
            Error = new LLMInvalidResponseException($"{Exchange.Instance}: {error.Message}", Exchange.Details(), error),
        };
    }

    public WireFormatException TooLong() =>
        ResponseBody.TooLarge("line of the results", Exchange.Options.MaxResponseBytes, nameof(LLMProviderOptions.MaxResponseBytes));

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        await _body.DisposeAsync().ConfigureAwait(false);
        Exchange.Dispose();
    }
}
