using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Rigs;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Whatever a server does, a call ends in time, with the right answer or with an exception of the library.</summary>
internal sealed class FaultsProof : IProof
{
    /// <summary>Of the matrix alone, for each provider: 120 faults in each of three ways to ask.</summary>
    public const int LeastCases = 120 * 3;

    public string Name => "faults";

    public string Claim => "Whatever happens on the wire, a call ends in time with the right answer or a typed error, and nothing leaks or is cut silently.";

    public string Control => "the OpenAI package, and a reader that takes the end of the stream for the end of the answer, stand in for the providers in the same matrix";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick)
    {
        var ours = Ours(isQuick);
        return
        [
            ProofTarget.AtLeast("tried", LeastCases * ours.Count),
            ProofTarget.Exactly("clean", FaultMatrix.Cases(ours, isQuick).Count + FaultRigs.CountOf(ours)) with { IsMissedByControl = true },
            ProofTarget.Exactly("raw", 0) with { IsMissedByControl = true },
            ProofTarget.Exactly("hangs", 0) with { IsMissedByControl = true },
            ProofTarget.Exactly("truncated", 0) with { IsMissedByControl = true },
            ProofTarget.Exactly("foreign_bytes", 0) with { IsMissedByControl = true },
        ];
    }

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        using var lag = new LagProbe();
        var bench = new FaultBench(lag) { IsQuick = run.IsQuick };
        if (run.IsControl)
        {
            IFaultSubject[] controls = [new OpenAIPackageSubject(), new NaiveReaderSubject()];
            return FaultReport.OfControls(await FaultMatrix.RunAsync(FaultMatrix.Cases(controls, run.IsQuick), bench, cancellationToken));
        }

        var ours = Ours(run.IsQuick);
        var matrix = await FaultMatrix.RunAsync(FaultMatrix.Cases(ours, run.IsQuick), bench, cancellationToken);
        var rigs = await FaultRigs.RunAsync(ours, bench, cancellationToken);
        return FaultReport.Of(matrix, rigs, bench.Repeated);
    }

    private static IReadOnlyList<JobWiseSubject> Ours(bool isQuick) => isQuick ? FaultSubjects.OnePerProtocol : FaultSubjects.All;
}
