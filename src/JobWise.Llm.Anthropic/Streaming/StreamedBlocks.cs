namespace JobWise.Llm.Wire;

/// <summary>The blocks of a streamed message: what an event adds goes into its block, and on to the consumer.</summary>
internal sealed class StreamedBlocks
{
    // In the order in which they were opened, so that the texts together are what the consumer saw.
    private readonly List<BlockDraft> _all = [];
    private readonly Dictionary<int, BlockDraft> _blocks = [];
    private readonly Dictionary<int, int> _toolIndexes = [];
    private BlockDraft? _lastText;

    public IEnumerable<BlockDraft> All => _all;

    /// <summary>Opens a block; one that is open already stays as it is.</summary>
    public void Open(int index, ContentBlock? opened, StreamProgress progress)
    {
        if (opened is null || _blocks.ContainsKey(index))
        {
            return;
        }

        var block = Keep(index, opened);
        switch (opened.Type)
        {
            case "text":
                _lastText = block;
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
                InOrder(piece.Index, block).Add(piece.Text);
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
        return type is null ? null : Keep(piece.Index, new ContentBlock { Type = type });
    }

    private BlockDraft Keep(int index, ContentBlock opened)
    {
        var block = new BlockDraft(opened);
        _all.Add(block);
        return _blocks[index] = block;
    }

    // Text that goes on after a later block has begun is a block of its own. No server of ours does it; broken ones may.
    private BlockDraft InOrder(int index, BlockDraft block)
    {
        var isEarlier = _lastText is { } last && !ReferenceEquals(last, block) && _all.IndexOf(block) < _all.IndexOf(last);
        return _lastText = isEarlier ? Keep(index, new ContentBlock { Type = "text" }) : block;
    }
}
