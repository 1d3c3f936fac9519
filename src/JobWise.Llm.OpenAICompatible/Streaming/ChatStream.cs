namespace JobWise.Llm.Wire;

/// <summary>One streamed chat completion of the OpenAI protocol.</summary>
internal sealed class ChatStream(Exchange exchange, AnswerBuilder answer, Stream body) : AnswerStream(exchange, body)
{
    private readonly ChatPayload _chunk = new();
    private readonly ChunkShape _shape = new();
    private bool _shapeIsReasoning;
    private readonly ToolCallIndex _toolCalls = new();

    protected override bool IsComplete => answer.HasFinishReason || answer.IsDone;

    protected override string TerminalEvent => "a finish reason or [DONE]";

    protected override LLMResponse Build() => answer.Build(Exchange, Progress);

    protected override void TakeWhole(ReadOnlySpan<byte> body)
    {
        ChatPayloadReader.Read(body, _chunk);
        TakeChunk();
    }

    protected override bool TakeEvent()
    {
        var data = Events.Data;
        if (Events.Name == SseEventName.Message && _shape.TryRead(data, out var text))
        {
            AddPiece(text);
            return false;
        }

        if (data.Trim((byte)' ').SequenceEqual("[DONE]"u8))
        {
            answer.IsDone = answer.HasChoice ? true : throw new WireFormatException("The answer has no choices, so it holds no text.");
            return true;
        }

        if (data.Trim((byte)' ').IsEmpty)
        {
            return false;
        }

        if (Events.Name == SseEventName.Error)
        {
            throw Exchange.Failure(ErrorReader.ReadBody(data) ?? new WireError { Message = "The stream brought an error without a description" }, Progress.SoFar);
        }

        return Parse(data);
    }

    private bool Parse(ReadOnlySpan<byte> data)
    {
        try
        {
            ChatPayloadReader.Read(data, _chunk);
        }
        catch (WireFormatException) when (Events.IsUnterminated)
        {
            // The connection ended inside this event: what is missing is the rest of the stream.
            return true;
        }
        catch (WireFormatException) when (Events.Name == SseEventName.Other)
        {
            return false;
        }

        TakeChunk();
        Learn(data);
        return false;
    }

    private void Learn(ReadOnlySpan<byte> data)
    {
        if (_chunk.IsOnlyText)
        {
            _shapeIsReasoning = _chunk.IsReasoning;
            _shape.Learn(data, _shapeIsReasoning ? _chunk.ReasoningPlace : _chunk.TextPlace, _chunk.PaddingPlace);
        }
        else
        {
            _shape.Forget();
        }
    }

    private void AddPiece(string text)
    {
        if (_shapeIsReasoning)
        {
            Progress.AddReasoning(text);
        }
        else
        {
            Progress.AddText(text);
        }
    }

    private void TakeChunk()
    {
        Exchange.NoteRequestId(_chunk.VendorRequestId);
        if (_chunk.Error is { } error)
        {
            throw Exchange.Failure(error, Progress.SoFar);
        }

        answer.Note(_chunk);
        AddUpdates();
    }

    private void AddUpdates()
    {
        Progress.AddReasoning(_chunk.Reasoning);
        Progress.AddText(_chunk.Text);
        Progress.AddText(_chunk.Refusal);
        for (var i = 0; i < _chunk.ToolCalls.Count; i++)
        {
            Progress.AddToolCall(_toolCalls.Place(_chunk.ToolCalls[i]));
        }

        if ((_chunk.Usage ?? _chunk.VendorUsage) is { } usage)
        {
            Progress.Add(LLMStreamUpdate.ForUsage(usage));
        }
    }
}
