namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>A streamed answer as server-sent events, each without the empty line after it.</summary>
internal sealed record FaultStream
{
    /// <summary>Before any text.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>One per piece of text.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>After the text, up to and including the one that says why the model stopped.</summary>
    public required IReadOnlyList<string> Ending { get; init; }

    /// <summary>The one that says that nothing follows.</summary>
    public required string Terminal { get; init; }

    public IReadOnlyList<string> All => [.. Opening, .. Pieces, .. Ending, Terminal];

    /// <summary>Up to and including the n-th piece of text.</summary>
    public IReadOnlyList<string> Until(int pieces) => [.. Opening, .. Pieces.Take(pieces)];
}
