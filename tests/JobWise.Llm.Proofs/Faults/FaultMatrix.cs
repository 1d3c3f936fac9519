using JobWise.Llm.Proofs.Faults.Catalogue;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Every fault in every mode with every client of its protocol.</summary>
internal static class FaultMatrix
{
    /// <summary>Most of a case is waiting, so that many fit two cores.</summary>
    private const int AtOnce = 32;

    private const int HeavyAtOnce = 2;

    public static IReadOnlyList<IFaultWire> Wires { get; } = [new OpenAIWire(), new AnthropicWire()];

    public static IFaultWire WireOf(IFaultSubject subject) => Wires.Single(wire => wire.Protocol == subject.Protocol);

    public static IReadOnlyList<FaultCase> Cases(IEnumerable<IFaultSubject> subjects, bool isQuick) =>
    [
        .. from subject in subjects
           let wire = WireOf(subject)
           from fault in FaultCatalogue.Of(wire)
           where fault.IsQuick || !isQuick
           from mode in fault.Modes
           select new FaultCase(fault, mode, subject, wire),
    ];

    /// <summary>In the order of the cases, whichever ended first. What is doubtful is played again at the end, one by one.</summary>
    public static async Task<IReadOnlyList<FaultResult>> RunAsync(IReadOnlyList<FaultCase> cases, FaultBench bench, CancellationToken cancellationToken)
    {
        var results = new FaultResult[cases.Count];
        await RunAsync(Enumerable.Range(0, cases.Count).Where(index => !cases[index].Fault.IsHeavy), AtOnce);
        await RunAsync(Enumerable.Range(0, cases.Count).Where(index => cases[index].Fault.IsHeavy), HeavyAtOnce);
        foreach (var index in Enumerable.Range(0, cases.Count).Where(index => results[index].Verdict.IsDoubtful))
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[index] = await bench.ReplayAsync(alone => alone.RunAsync(cases[index]), result => result.Verdict);
        }

        return results;

        Task RunAsync(IEnumerable<int> indexes, int atOnce) => Parallel.ForEachAsync(
            indexes,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (index, _) => results[index] = await bench.RunAsync(cases[index]));
    }
}
