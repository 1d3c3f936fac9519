namespace JobWise.Llm.Proofs.Running;

/// <summary>What a proof found.</summary>
internal sealed record ProofResult
{
    public required IReadOnlyList<ProofTable> Tables { get; init; }

    /// <summary>The last line, in order.</summary>
    public required IReadOnlyList<ProofFigure> Figures { get; init; }

    /// <summary>What went wrong where, for whoever has to mend it.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
