namespace JobWise.Llm.Wire;

/// <summary>One streamed message. Events are told by the <c>type</c> in their JSON, never by their name.</summary>
internal sealed class MessageStream(Exchange exchange, MessagesPlan plan, Stream body) : AnswerStream(exchange, body)
{
    private readonly AnswerFacts _facts = new(plan.Model, plan.Warnings);
    private readonly MessagePayload _event = new();
    private readonly StreamedBlocks _blocks = new();
    private readonly ChunkShape _shape = new();
    private int _shapeIndex;
    private DeltaKind _shapeKind;
    private bool _hasBegun;
    private bool _hasStopped;
    private bool _owesUsage;

    // A stop reason alone is not enough: what comes after it may be an error.
    protected override bool IsComplete => _hasStopped;

    protected override string TerminalEvent => "message_stop";

    protected override LLMResponse Build() => _facts.Build(Exchange, _blocks.All, Progress.FirstContent);

    protected override void TakeWhole(ReadOnlySpan<byte> body)
    {
        PayloadReader.Read(body, _event);
        ThrowIfError();
        _facts.Note(_event);
        for (var i = 0; i < _event.Blocks.Count; i++)
        {
            _blocks.Open(i, _event.Blocks[i], Progress);
            _blocks.Close(i, Progress);
        }

        AddUsage();
        _hasStopped = _event.HasContent;
    }

    protected override bool TakeEvent()
    {
        var data = Events.Data.Trim((byte)' ');
        if (Events.Name != SseEventName.Error && _shape.TryRead(data, out var text))
        {
            TakePiece(text);
            return false;
        }

        if (data.IsEmpty || data.SequenceEqual("[DONE]"u8))
        {
            return false;
        }

        try
        {
            PayloadReader.Read(data, _event);
        }
        catch (WireFormatException) when (Events.IsUnterminated)
        {
            // The connection ended inside this event: what is missing is the rest of the stream.
            return true;
        }
        catch (WireFormatException) when (Events.Name == SseEventName.Error)
        {
            _event.Kind = PayloadKind.Error;
        }

        ThrowIfError();
        Take();
        Learn(data);
        return _hasStopped;
    }

    private void TakePiece(string text)
    {
        _event.Clear();
        (_event.Kind, _event.Index, _event.DeltaKind) = (PayloadKind.BlockDelta, _shapeIndex, _shapeKind);
        (_event.Text, _event.Thinking) = (text, text);
        Take();
    }

    // Of the pieces of an answer only texts come in numbers that matter.
    private void Learn(ReadOnlySpan<byte> data)
    {
        if (_event is { Kind: PayloadKind.BlockDelta, TextPlace.IsKnown: true } and ({ DeltaKind: DeltaKind.Text, Thinking: null } or { DeltaKind: DeltaKind.Thinking, Text: null }))
        {
            (_shapeIndex, _shapeKind) = (_event.Index, _event.DeltaKind);
            _shape.Learn(data, _event.TextPlace);
        }
        else
        {
            _shape.Forget();
        }
    }

    private void ThrowIfError()
    {
        if (_event.Error is not null || _event.Kind == PayloadKind.Error || Events.Name == SseEventName.Error)
        {
            throw Exchange.Failure(_event.Error ?? new WireError { Message = "The stream brought an error without a description" }, Progress.SoFar);
        }
    }

    private void Take()
    {
        switch (_event.Kind)
        {
            case PayloadKind.MessageStart:
                Begin();
                break;
            case PayloadKind.BlockStart:
                _blocks.Open(_event.Index, _event.Opened, Progress);
                break;
            case PayloadKind.BlockDelta:
                PayUsage();
                _blocks.Add(_event, Progress);
                break;
            case PayloadKind.BlockStop:
                _blocks.Close(_event.Index, Progress);
                break;
            case PayloadKind.MessageDelta:
                _facts.Note(_event);
                AddUsage();
                break;
            case PayloadKind.MessageStop:
                _hasStopped = _facts.HasStopReason || _blocks.All.Any()
                    ? true
                    : throw new WireFormatException("The stream ended with neither content nor a stop reason, so it holds no answer.");
                break;
        }
    }

    private void Begin()
    {
        if (_hasBegun)
        {
            if (!string.Equals(_event.Id, _facts.Id, StringComparison.Ordinal))
            {
                throw new WireFormatException("The stream began a second answer before the first had ended.");
            }

            return;
        }

        _hasBegun = true;
        _facts.Note(_event);
        if (_facts.Usage is { } usage)
        {
            // Known for an error from here on, but no update yet: a pipeline takes the first update as the sign that the answer has begun.
            Progress.SoFar.Add(LLMStreamUpdate.ForUsage(usage));
            _owesUsage = true;
        }
    }

    private void PayUsage()
    {
        if (_owesUsage)
        {
            AddUsage();
        }
    }

    private void AddUsage()
    {
        _owesUsage = false;
        if (_facts.Usage is { } usage)
        {
            Progress.Add(LLMStreamUpdate.ForUsage(usage));
        }
    }
}
