namespace JobWise.Llm.Benchmarks.Reporting;

/// <summary>What one item may cost beside the floor and beside the official client.</summary>
internal sealed record CostLimit
{
    // A string of six characters, as a streamed chunk of the payloads brings.
    private const double ChunkText = 40;

    /// <summary>One per benchmark class.</summary>
    public static IReadOnlyList<CostLimit> All { get; } =
    [
        new() { Item = "StreamedChunk", Peer = "OpenAI", TimeOverFloor = 1.3, TimeOverPeer = 0.25, MostBytes = 150 + ChunkText },
        new() { Item = "AnthropicStreamedChunk", Peer = "Anthropic", TimeOverFloor = 1.3, TimeOverPeer = 0.25, MostBytes = 150 + ChunkText },
        new() { Item = "Unary", Peer = "OpenAI", TimeOverFloor = 1.2, TimeOverPeer = 1, BytesOverFloor = 1.5 },
        new() { Item = "AnthropicUnary", Peer = "Anthropic", TimeOverFloor = 1.2, TimeOverPeer = 1, BytesOverFloor = 1.5 },
        new() { Item = "TypedJson", Peer = "OpenAI", TimeOverFloor = 1.4 },
    ];

    public required string Item { get; init; }

    /// <summary>The official client's benchmark.</summary>
    public required string Peer { get; init; }

    public required double TimeOverFloor { get; init; }

    /// <summary>Null where there is no limit beside the peer.</summary>
    public double? TimeOverPeer { get; init; }

    public double? BytesOverFloor { get; init; }

    public double? MostBytes { get; init; }

    /// <summary>Every limit with what was measured, and whether it was held.</summary>
    public IEnumerable<(string Text, bool IsHeld)> Judge(Cost ours, Cost floor, Cost peer)
    {
        yield return Compare("time / floor", ours.Time / floor.Time, TimeOverFloor);
        if (TimeOverPeer is { } overPeer)
        {
            yield return Compare($"time / {Peer}", ours.Time / peer.Time, overPeer);
        }

        if (BytesOverFloor is { } bytesOverFloor)
        {
            yield return Compare("bytes / floor", ours.Bytes / floor.Bytes, bytesOverFloor);
        }

        if (MostBytes is { } most)
        {
            yield return Compare("bytes", ours.Bytes, most);
        }
    }

    private static (string Text, bool IsHeld) Compare(string what, double value, double limit) =>
        (FormattableString.Invariant($"{what} {value:0.##} <= {limit:0.##}: {(value <= limit ? "held" : "MISSED")}"), value <= limit);
}
