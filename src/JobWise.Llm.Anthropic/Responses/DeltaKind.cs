namespace JobWise.Llm.Wire;

/// <summary>What a piece of a block is by its <c>type</c>.</summary>
internal enum DeltaKind
{
    /// <summary>A type that this version does not know, such as a citation.</summary>
    Other = 0,
    Text = 1,
    Thinking = 2,
    Signature = 3,
    Arguments = 4,
}
