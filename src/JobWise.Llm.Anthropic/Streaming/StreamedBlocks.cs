namespace JobWise.Llm.Wire;

/// <summary>The blocks of a streamed message: what an event adds goes into its block, and on to the consumer.</summary>
internal sealed class StreamedBlocks
{
    private readonly SortedDictionary<int, BlockDraft> _blocks = [];
    private readonly Dictionary<int, int> _toolIndexes = [];

    public IEnumerable<BlockDraft> All => _blocks.Values;

    /// <summary>Opens a block; one that is open already stays as it is.</summary>
    public void Open(int index, ContentBlock? opened, StreamProgress progress)
    {
        if (opened is null || !_blocks.TryAdd(index, new BlockDraft(opened)))
        {
            return;
        }

        switch (opened.Type)
        {
            case "text":
                progress.AddText(opened.Text);
                break;
            case "thinking" or "redacted_thinking":
                // Even without a text, as where the vendor hides it: the model has begun to answer.
                progress.Add(LLMStreamUpdate.ForReasoning(string.Empty));
                progress.AddReasoning(opened.Thinking);
                break;
            case "tool_use":
                _toolIndexes[index] = _toolIndexes.Count;
                progress.AddToolCall(new LLMToolCallDelta { Index = _toolIndexes[index], Id = opened.Id, Name = opened.Name });
                break;
        }
    }

    /// <summary>Adds a piece to its block. A piece of a kind that does not fit the block is passed over: server tools stream arguments too.</summary>
    public void Add(MessagePayload piece, StreamProgress progress)
    {
        var block = _blocks.GetValueOrDefault(piece.Index) ?? OpenFor(piece);
        switch (piece.DeltaKind)
        {
            case DeltaKind.Text when block is { IsText: true }:
                block.Add(piece.Text);
                progress.AddText(piece.Text);
                break;
            case DeltaKind.Thinking when block is { IsThinking: true }:
                block.Add(piece.Thinking);
                progress.AddReasoning(piece.Thinking);
                break;
            case DeltaKind.Signature when block is { IsThinking: true }:
                block.AddSignature(piece.Signature);
                break;
            case DeltaKind.Arguments when block is { IsTool: true }:
                block.Add(piece.Arguments);
                progress.AddToolCall(new LLMToolCallDelta { Index = _toolIndexes[piece.Index], Arguments = piece.Arguments ?? string.Empty });
                break;
        }
    }

    public void Close(int index, StreamProgress progress)
    {
        if (_blocks.GetValueOrDefault(index)?.Close() is { } arguments)
        {
            progress.AddToolCall(new LLMToolCallDelta { Index = _toolIndexes[index], Arguments = arguments });
        }
    }

    // Some gateways leave out the event that opens a block of text.
    private BlockDraft? OpenFor(MessagePayload piece)
    {
        var type = piece.DeltaKind switch
        {
            DeltaKind.Text => "text",
            DeltaKind.Thinking => "thinking",
            _ => null,
        };
        return type is null ? null : _blocks[piece.Index] = new BlockDraft(new ContentBlock { Type = type });
    }
}
