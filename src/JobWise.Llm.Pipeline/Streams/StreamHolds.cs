namespace JobWise.Llm.Pipeline;

/// <summary>What a lane holds for one stream, and the token count that the stream has told so far. Settles everything once, even what is added late.</summary>
internal sealed class StreamHolds
{
    private readonly Lock _lock = new();
    private readonly List<IStreamHold> _holds = new(capacity: 2);
    private LLMUsage? _usage;
    private StreamEnd? _end;

    /// <summary>Adds a hold; one that comes after the end is settled at once.</summary>
    public void Add(IStreamHold hold, LLMStreamUpdate current)
    {
        if (current.RateLimits is { } limits)
        {
            hold.Note(limits);
        }

        StreamEnd? end;
        lock (_lock)
        {
            end = _end;
            if (end is null)
            {
                _holds.Add(hold);
            }
        }

        if (end is { } over)
        {
            hold.Settle(over);
        }
    }

    /// <summary>Reads what must be known from an update that has come; the last one ends the stream.</summary>
    public void Note(LLMStreamUpdate update)
    {
        if (update.Response is { } response)
        {
            End(response, error: null);
            return;
        }

        _usage = update.Usage ?? _usage;
        if (update.RateLimits is { } limits)
        {
            _holds.ForEach(hold => hold.Note(limits));
        }
    }

    /// <summary>The stream is over; the first end counts.</summary>
    public void End(LLMResponse? response, Exception? error, TimeSpan waited = default)
    {
        var end = new StreamEnd { Response = response, Error = error, Waited = waited, Usage = response?.Usage ?? _usage };
        lock (_lock)
        {
            if (_end is not null)
            {
                return;
            }

            _end = end;
        }

        _holds.ForEach(hold => hold.Settle(end));
    }
}
