namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>One row of <see cref="Ranking"/>.</summary>
public sealed record RankedEntry
{
    public required string Id { get; init; }

    public required double Score { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required string Reason { get; init; }
}
