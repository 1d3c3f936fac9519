using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Connects to an address that never answers.</summary>
internal sealed class BlackHoleRig() : CaseRig("connect-black-holed", 3, 37)
{
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();

    public override IReadOnlyList<string> Cases { get; } = [.. Modes.Select(mode => mode.ToString().ToLowerInvariant())];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        using var hole = await BlackHole.OpenAsync();
        if (!hole.IsFull)
        {
            return FaultVerdict.Wrong("this system accepts connections beyond the backlog, so nothing was tried");
        }

        var outcome = await bench.AskAsync(subject, Modes[index], hole.Address);
        return FaultJudge.Judge(FaultExpectation.Fails<LLMTimeoutException>(), Modes[index], subject, outcome);
    }
}
