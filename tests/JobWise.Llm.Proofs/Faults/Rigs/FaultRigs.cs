using JobWise.Llm.Proofs.Faults.Subjects;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>All rigs, in the order of their rows.</summary>
internal static class FaultRigs
{
    public static IReadOnlyList<IFaultRig> All { get; } =
    [
        new HandlerRig(),
        new BlackHoleRig(),
        new TlsRig(),
        new MemoryRig(),
        new KeyRotationRig(),
        new ClockRig(),
        new CancelRig(),
        new AbandonRig(),
        new ThreadPoolRig(),
        new BadKeyRig(),
        new CallerHeaderRig(),
        new LeakRig(),
        new ProxyRig(),
        new AddressRig(),
    ];

    public static int CountOf(IReadOnlyCollection<JobWiseSubject> subjects) => All.Sum(rig => rig.Cases.Count) * subjects.Count;

    /// <summary>Those that bear company at once, then the others one by one, and then what was doubtful.</summary>
    public static async Task<IReadOnlyList<FaultResult>> RunAsync(IReadOnlyList<JobWiseSubject> subjects, FaultBench bench, CancellationToken cancellationToken)
    {
        var pairs = subjects.SelectMany(subject => All.Select(rig => (Subject: subject, Rig: rig))).ToList();
        var results = new IReadOnlyList<FaultResult>[pairs.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pairs.Count).Where(index => !pairs[index].Rig.IsAlone),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (index, stop) => results[index] = await RunAsync(pairs[index].Rig, pairs[index].Subject, bench, stop));
        foreach (var index in Enumerable.Range(0, pairs.Count).Where(index => pairs[index].Rig.IsAlone))
        {
            results[index] = await RunAsync(pairs[index].Rig, pairs[index].Subject, bench, cancellationToken);
        }

        foreach (var index in Enumerable.Range(0, pairs.Count))
        {
            results[index] = await SettleAsync(pairs[index].Rig, pairs[index].Subject, results[index], bench);
        }

        return [.. results.SelectMany(each => each)];
    }

    private static async Task<IReadOnlyList<FaultResult>> SettleAsync(IFaultRig rig, JobWiseSubject subject, IReadOnlyList<FaultResult> results, FaultBench bench)
    {
        var settled = results.ToArray();
        foreach (var index in Enumerable.Range(0, settled.Length).Where(index => rig is CaseRig && settled[index].Verdict.IsDoubtful))
        {
            var verdict = await bench.ReplayAsync(alone => ((CaseRig)rig).TryAsync(index, subject, alone), verdict => verdict);
            settled[index] = settled[index] with { Verdict = verdict };
        }

        return settled;
    }

    private static async Task<IReadOnlyList<FaultResult>> RunAsync(IFaultRig rig, JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        var verdicts = await rig.RunAsync(subject, bench, cancellationToken);
        return [.. rig.Cases.Select((name, index) => new FaultResult(rig.Id, rig.Rows, subject.Name, name, verdicts[index]))];
    }
}
