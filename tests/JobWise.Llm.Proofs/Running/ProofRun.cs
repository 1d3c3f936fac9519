namespace JobWise.Llm.Proofs.Running;

/// <summary>How a proof is run.</summary>
internal sealed record ProofRun
{
    /// <summary>Fewer rows, for every build.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Over the broken stand-in, whose figures must miss the target.</summary>
    public bool IsControl { get; init; }

    /// <summary>Decides everything that is chosen by chance.</summary>
    public int Seed { get; init; } = 1;
}
