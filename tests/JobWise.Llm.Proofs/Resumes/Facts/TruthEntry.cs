namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>One entry of the file.</summary>
internal sealed record TruthEntry
{
    public required string Owner { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Texts that may stand below the heading.</summary>
    public required IReadOnlyList<Fact> Details { get; init; }

    public required IReadOnlyList<string> Bullets { get; init; }
}
