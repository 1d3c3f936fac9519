using JobWise.Llm.Proofs.Running;
using JobWise.Llm.Proofs.Simulation.Subjects;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>What the rate limiter makes of limits like Groq's, against a simulated provider in virtual time.</summary>
internal sealed class LimitsProof : IProof
{
    public string Name => "limits";

    public string Claim => "Callers that want more than a provider allows get all that it allows, in their order, and without a refusal that waiting would have avoided.";

    public string Control => "the limiter is replaced by one that counts in fixed windows of a minute";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtLeast("utilisation", 0.99m) with { IsMissedByControl = true },
        ProofTarget.Exactly("avoidable_429", 0),
        ProofTarget.Exactly("overshoot", 0),
        ProofTarget.Exactly("unfair", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("moved_by_clock", 0),
        ProofTarget.AtLeast("jobs_of_oracle", 0.97m) with { IsMissedByControl = true },
        ProofTarget.AtMost("refused_share", 0.01m),
        ProofTarget.AtMost("p95_of_oracle", 1.1m) with { IsMissedByControl = true },
        ProofTarget.AtLeast("jain", 0.99m),
        ProofTarget.Exactly("lost", 0),
        ProofTarget.Exactly("passed_over", 0),
        ProofTarget.AtMost("rough_refused_share", 0.02m),
    ];

    public Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var subject = run.IsControl ? StandIns.FixedWindow : Product.KnowingTheLimits;
        LimitPart[] parts = [Saturation.Play(subject, run), JobsUnderLimits.Play(subject, run), SeedsLoad.Play(subject, run)];
        return Task.FromResult(new ProofResult
        {
            Tables = [.. parts.Select(part => part.Table)],
            Figures = [.. parts.SelectMany(part => part.Figures)],
        });
    }
}
