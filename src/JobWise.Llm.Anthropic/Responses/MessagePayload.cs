namespace JobWise.Llm.Wire;

/// <summary>One whole answer, or one event of a stream. Reused from event to event.</summary>
internal sealed class MessagePayload
{
    private readonly List<ContentBlock> _blocks = [];

    public PayloadKind Kind { get; set; }

    public string? Id { get; set; }

    public string? Model { get; set; }

    public string? ServiceTier { get; set; }

    public string? StopReason { get; set; }

    public UsageCounts Usage { get; set; }

    public WireError? Error { get; set; }

    /// <summary>Whether an array of blocks was there: without one, it is no answer.</summary>
    public bool HasContent { get; set; }

    /// <summary>The blocks of a whole answer.</summary>
    public IReadOnlyList<ContentBlock> Blocks => _blocks;

    /// <summary>Which block an event belongs to.</summary>
    public int Index { get; set; }

    /// <summary>The block that an event opens.</summary>
    public ContentBlock? Opened { get; set; }

    public DeltaKind DeltaKind { get; set; }

    public string? Text { get; set; }

    /// <summary>Where the <see cref="Text"/> or the <see cref="Thinking"/> of an event stands; nowhere when it brought more than that.</summary>
    public TokenPlace TextPlace { get; set; }

    public string? Thinking { get; set; }

    public string? Signature { get; set; }

    public string? Arguments { get; set; }

    /// <summary>Begins the content anew: of a member that comes twice the last one counts.</summary>
    public void ClearBlocks() => _blocks.Clear();

    public void AddBlock(ContentBlock block) => _blocks.Add(block);

    public void Clear()
    {
        Kind = PayloadKind.Other;
        DeltaKind = DeltaKind.Other;
        Id = Model = ServiceTier = StopReason = Text = Thinking = Signature = Arguments = null;
        Usage = default;
        TextPlace = default;
        Error = null;
        Opened = null;
        HasContent = false;
        Index = 0;
        _blocks.Clear();
    }
}
