using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>A rig whose cases do not need each other.</summary>
internal abstract class CaseRig(string id, params IReadOnlyList<int> rows) : IFaultRig
{
    private const int MostPlays = 4;

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
            async (index, _) => verdicts[index] = await JudgeAsync(index, subject, bench));
        return verdicts;
    }

    protected abstract Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench);

    // As in the matrix: what fails while the process was late is tried again.
    private async Task<FaultVerdict> JudgeAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        for (var play = 1; ; play++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var verdict = await JudgeOnceAsync(index, subject, bench);
            if (verdict.IsClean || play == MostPlays || bench.Lag.Since(start) <= FaultBench.WorstLag)
            {
                return verdict;
            }

            bench.NoteRepeat();
        }
    }

    private async Task<FaultVerdict> JudgeOnceAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        try
        {
            return await RunAsync(index, subject, bench);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // What the rig did not expect is a finding about the library, and must not hide the other cases.
            return FaultVerdict.Wrong($"{failed.GetType().Name}: {failed.Message.ReplaceLineEndings(" ")}") with { IsRaw = failed is not LLMServiceException };
        }
    }
}
