namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>What one call ended with.</summary>
internal sealed record Outcome
{
    /// <summary>Null for what a caller may meet: a sound answer, or an exception of the tree.</summary>
    public string? Bad { get; init; }

    /// <summary>Whether it is an answer, not an exception.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Equal for two calls that must end alike.</summary>
    public required string Print { get; init; }
}
