using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>A rig whose cases do not need each other.</summary>
internal abstract class CaseRig(string id, params IReadOnlyList<int> rows) : IFaultRig
{
    public string Id => id;

    public IReadOnlyList<int> Rows => rows;

    public virtual bool IsAlone => false;

    public abstract IReadOnlyList<string> Cases { get; }

    public async Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        var verdicts = new FaultVerdict[Cases.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Cases.Count),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (index, _) => verdicts[index] = await TryAsync(index, subject, bench));
        return verdicts;
    }

    /// <summary>Tries one case; as in the matrix, its verdict may be doubtful.</summary>
    public async Task<FaultVerdict> TryAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            return bench.Doubt(await RunAsync(index, subject, bench), start);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // What the rig did not expect is a finding about the library, and must not hide the other cases.
            var verdict = FaultVerdict.Wrong($"{failed.GetType().Name}: {failed.Message.ReplaceLineEndings(" ")}");
            return bench.Doubt(verdict with { IsRaw = failed is not LLMServiceException }, start);
        }
    }

    protected abstract Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench);
}
