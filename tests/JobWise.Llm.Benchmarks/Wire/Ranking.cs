namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>The typed answer that the typed benchmark reads.</summary>
public sealed record Ranking
{
    public required string Title { get; init; }

    public required IReadOnlyList<RankedEntry> Entries { get; init; }
}
