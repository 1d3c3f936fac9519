using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>64 calls at once in a child process whose thread pool has two threads: nothing in the library may wait by blocking one.</summary>
internal sealed class ThreadPoolRig : IFaultRig
{
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();

    public string Id => "thread-pool-of-two";

    public IReadOnlyList<int> Rows => [39];

    public bool IsAlone => false;

    public IReadOnlyList<string> Cases { get; } = [.. Modes.Select(mode => mode.ToString().ToLowerInvariant())];

    public async Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        await using var child = FaultChild.Start(subject);
        var verdicts = new List<FaultVerdict>();
        foreach (var mode in Modes)
        {
            verdicts.Add(await RunAsync(mode, subject, child));
        }

        return verdicts;
    }

    private static async Task<FaultVerdict> RunAsync(FaultMode mode, JobWiseSubject subject, FaultChild child)
    {
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Right()]);
        var report = await child.RunAsync(FaultChildProgram.Starve, mode, server.Address);
        return report.Right == FaultChildProgram.StarvedCalls ? FaultVerdict.Clean
            : FaultVerdict.Wrong($"{report.Right} of {FaultChildProgram.StarvedCalls} calls were answered, {report.Error}") with { IsHang = true };
    }
}
