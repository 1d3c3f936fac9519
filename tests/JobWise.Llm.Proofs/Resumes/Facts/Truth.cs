namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>What the profile says, read from its raw JSON.</summary>
internal sealed record Truth
{
    /// <summary>What a rendered resume must state, all of it.</summary>
    public required IReadOnlyList<Fact> Required { get; init; }

    /// <summary>What it may state besides.</summary>
    public required IReadOnlyList<Fact> Allowed { get; init; }

    /// <summary>The bullets of each entry, by its owner key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Bullets { get; init; }

    /// <summary>Every string of the file, one a line.</summary>
    public required string AllText { get; init; }
}
