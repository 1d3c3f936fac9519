using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Resumes;

public sealed class ResumesProofTests
{
    [Fact]
    public async Task RunAsync_quick_holds()
    {
        var proof = new ResumesProof();

        var result = await proof.RunAsync(new ProofRun { IsQuick = true }, CancellationToken.None);

        Assert.Empty(ProofVerdict.Judge(proof.Targets(isQuick: true), result, isControl: false).Reasons);
    }

    [Fact]
    public async Task RunAsync_control_finds_the_planted_fact_and_nothing_else()
    {
        var proof = new ResumesProof();

        var result = await proof.RunAsync(new ProofRun { IsQuick = true, IsControl = true }, CancellationToken.None);

        Assert.Empty(ProofVerdict.Judge(proof.Targets(isQuick: true), result, isControl: true).Reasons);
        Assert.Equal(["foreign_facts=1", "lost_facts=1"], result.Figures.Where(figure => figure.Key.EndsWith("_facts", StringComparison.Ordinal)).Select(figure => figure.ToString()));
        Assert.Contains(result.Findings, finding => finding.Contains("'1999-02..1999-03'", StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_full_run_covers_24_resumes_and_3_postings() =>
        Assert.Contains(ProofTarget.Exactly("runs", 72), new ResumesProof().Targets(isQuick: false));
}
