namespace JobWise.Llm.Proofs.Running;

/// <summary>One claim of the product that anyone can check by running it.</summary>
internal interface IProof
{
    /// <summary>As on the command line.</summary>
    string Name { get; }

    /// <summary>What is shown, in one sentence.</summary>
    string Claim { get; }

    /// <summary>What is broken under <c>--control</c>.</summary>
    string Control { get; }

    /// <summary>What the figures must be.</summary>
    IReadOnlyList<ProofTarget> Targets(bool isQuick);

    Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken);
}
