using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Plays one case with a server of its own and watches it from outside.</summary>
internal sealed class FaultBench(LagProbe lag)
{
    public LagProbe Lag => lag;

    /// <summary>What fails while this process was later than this says little; it is played again, when less runs beside it.</summary>
    public static readonly TimeSpan WorstLag = TimeSpan.FromMilliseconds(20);

    private int _repeated;

    /// <summary>How many cases were played again because the machine was too busy.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>Counts one more case that is played again.</summary>
    public void NoteRepeat() => Interlocked.Increment(ref _repeated);

    /// <summary>Plays once; tells also whether it should be played again because the machine was late. A control is not: it fails anyway.</summary>
    public async Task<(FaultResult Result, bool IsDoubtful)> RunAsync(FaultCase test)
    {
        var (verdict, outcome) = await PlayAsync(test);
        var result = new FaultResult(test.Fault.Id, test.Fault.Rows, test.Subject.Name, test.Mode.ToString().ToLowerInvariant(), verdict);
        return (result, test.Subject.IsOurs && !verdict.IsClean && outcome.Lag > WorstLag);
    }

    public async Task<(FaultVerdict Verdict, FaultOutcome Outcome)> PlayAsync(FaultCase test)
    {
        await using var foreign = FaultServer.Start([new FaultReply(FaultStep.Stall)]);
        var scene = new FaultScene(test.Wire, test.Mode, foreign.Address);
        await using var server = FaultServer.Start(test.Fault.Play(scene), new FaultServerOptions { OnConnect = test.Fault.OnConnect });
        var address = test.Fault.Address?.Invoke(server.Address) ?? server.Address;
        var outcome = await AskAsync(test.Subject, test.Mode, address);
        var sends = server.Requests.Count < server.Accepted ? server.AcceptedAt : [.. server.Requests.Select(request => request.ArrivedAt)];
        outcome = outcome with
        {
            Sends = [.. sends.Select(at => TimeProvider.System.GetElapsedTime(sends[0], at))],
            ForeignBytes = foreign.ReceivedBytes,
            HasInjectedHeader = server.Requests.Any(request => request.Header("X-Evil") is not null),
        };
        return (FaultJudge.Judge(test.Fault.Expect(scene), test.Mode, test.Subject, outcome), outcome);
    }

    /// <summary>Asks once and watches from outside; what the servers saw is the caller's to add.</summary>
    public async Task<FaultOutcome> AskAsync(IFaultSubject subject, FaultMode mode, Uri address)
    {
        var watch = new FaultWatch();
        using var cutOff = new CancellationTokenSource(FaultLimits.HardStop);
        var start = TimeProvider.System.GetTimestamp();
        FaultReading? reading = null;
        Exception? error = null;
        try
        {
            // A client that ignores its token is left behind, or the proof would hang with it.
            reading = await subject.AskAsync(mode, address, watch, cutOff.Token).WaitAsync(FaultLimits.HardStop * 1.5);
        }
        catch (Exception thrown) // What escapes, whatever it is, is what this proof is about.
        {
            error = thrown;
            watch.Inspect("the exception", thrown.ToString());
        }

        return new FaultOutcome
        {
            Reading = reading,
            Error = error,
            Elapsed = TimeProvider.System.GetElapsedTime(start),
            WasCutOff = cutOff.IsCancellationRequested,
            Lag = lag.Since(start),
            Leaks = watch.Leaks,
        };
    }
}
