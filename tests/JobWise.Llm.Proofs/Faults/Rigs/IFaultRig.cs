using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Tries what one scripted server cannot show.</summary>
internal interface IFaultRig
{
    /// <summary>As <see cref="Fault.Id"/>.</summary>
    string Id { get; }

    IReadOnlyList<int> Rows { get; }

    /// <summary>Whether nothing else may run beside it.</summary>
    bool IsAlone { get; }

    /// <summary>What is tried, each once per provider.</summary>
    IReadOnlyList<string> Cases { get; }

    /// <summary>Tries all cases with one provider; one verdict per case, in their order.</summary>
    Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken);
}
