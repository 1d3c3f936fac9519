namespace JobWise.Llm.Wire;

/// <summary>What a payload is by its <c>type</c>.</summary>
internal enum PayloadKind
{
    /// <summary>A ping, or a type that this version does not know.</summary>
    Other = 0,
    MessageStart = 1,
    BlockStart = 2,
    BlockDelta = 3,
    BlockStop = 4,
    MessageDelta = 5,
    MessageStop = 6,
    Error = 7,

    /// <summary>A whole answer.</summary>
    Message = 8,
}
