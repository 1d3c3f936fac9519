namespace JobWise.Llm.Proofs.Running;

/// <summary>A proof whose figures a test decides.</summary>
internal sealed class ScriptedProof(Func<ProofRun, ProofResult> answer, params IReadOnlyList<ProofTarget> targets) : IProof
{
    public string Name => "scripted";

    public string Claim => "Nothing is lost.";

    public string Control => "one is lost";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) => targets;

    public Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken) => Task.FromResult(answer(run));
}
