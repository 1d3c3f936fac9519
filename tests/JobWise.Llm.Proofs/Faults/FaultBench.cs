using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Plays one case with a server of its own and watches it from outside.</summary>
/// <param name="lag">Measures how late this process is.</param>
/// <param name="isReplay">Whether a case has the machine for itself, so that little lag is allowed for and nothing is doubtful because of it.</param>
internal sealed class FaultBench(ILagProbe lag, bool isReplay = false)
{
    /// <summary>What fails while this process was later than this says little; it is played again, when nothing runs beside it.</summary>
    private static readonly TimeSpan WorstLag = TimeSpan.FromMilliseconds(20);

    /// <summary>No more lag than this excuses a case that is played by itself.</summary>
    private static readonly TimeSpan MostLagOfReplay = TimeSpan.FromMilliseconds(250);

    private int _repeated;

    /// <summary>Whether the short form of the proof runs.</summary>
    public bool IsQuick { get; init; }

    /// <summary>The most time that a case has whose fault names none; null is <see cref="FaultLimits.Deadline"/>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How many times a case was played again because the machine was too busy.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>Plays what was doubtful again, by itself and for no more than three times, with a cap on the lag that is allowed for.</summary>
    public async Task<T> ReplayAsync<T>(Func<FaultBench, Task<T>> play, Func<T, FaultVerdict> verdict)
    {
        var bench = new FaultBench(lag, isReplay: true) { IsQuick = IsQuick, Deadline = Deadline };
        for (var time = 1; ; time++)
        {
            Interlocked.Increment(ref _repeated);
            var result = await play(bench);
            if (!verdict(result).IsDoubtful || time == 3)
            {
                return result;
            }
        }
    }

    /// <summary>How much later than promised a call may end that began at this timestamp.</summary>
    public TimeSpan AllowedSince(long timestamp)
    {
        var late = lag.Since(timestamp);
        return isReplay && late > MostLagOfReplay ? MostLagOfReplay : late;
    }

    /// <summary>Marks what must be played again: in time only thanks to the lag, unless this is the replay, and wrong while the process was late.</summary>
    public FaultVerdict Doubt(FaultVerdict verdict, long start) =>
        verdict with { IsDoubtful = verdict.IsClean ? verdict.IsDoubtful && !isReplay : lag.Since(start) > WorstLag };

    /// <summary>Plays once. A control is never doubtful: it fails anyway.</summary>
    public async Task<FaultResult> RunAsync(FaultCase test)
    {
        var start = TimeProvider.System.GetTimestamp();
        var verdict = await PlayAsync(test);
        verdict = test.Subject.IsOurs ? Doubt(verdict, start) : verdict with { IsDoubtful = false };
        return new FaultResult(test.Fault.Id, test.Fault.Rows, test.Subject.Name, test.Mode.ToString().ToLowerInvariant(), verdict);
    }

    /// <summary>Asks once and watches from outside; what the servers saw is the caller's to add.</summary>
    public async Task<FaultOutcome> AskAsync(IFaultSubject subject, FaultMode mode, Uri address, int? maxTokens = null)
    {
        var watch = new FaultWatch();
        var hardStop = Deadline * 1.5 ?? FaultLimits.HardStop;
        using var cutOff = new CancellationTokenSource(hardStop);
        var start = TimeProvider.System.GetTimestamp();
        FaultReading? reading = null;
        Exception? error = null;
        try
        {
            // A client that ignores its token is left behind, or the proof would hang with it.
            reading = await subject.AskAsync(new FaultQuestion(mode, maxTokens), address, watch, cutOff.Token).WaitAsync(hardStop * 1.5);
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
            Lag = AllowedSince(start),
            Leaks = watch.Leaks,
        };
    }

    private async Task<FaultVerdict> PlayAsync(FaultCase test)
    {
        await using var foreign = FaultServer.Start([new FaultReply(FaultStep.Stall)]);
        var scene = new FaultScene(test.Wire, test.Mode, foreign.Address);
        await using var server = FaultServer.Start(test.Fault.Play(scene), new FaultServerOptions { OnConnect = test.Fault.OnConnect });
        var address = test.Fault.Address?.Invoke(server.Address) ?? server.Address;
        var outcome = await AskAsync(test.Subject, test.Mode, address, test.Fault.MaxTokens);
        var sends = server.Requests.Count < server.Accepted ? server.AcceptedAt : [.. server.Requests.Select(request => request.ArrivedAt)];
        outcome = outcome with
        {
            Sends = [.. sends.Select(at => TimeProvider.System.GetElapsedTime(sends[0], at))],
            ForeignBytes = foreign.ReceivedBytes,
            HasInjectedHeader = server.Requests.Any(request => request.Header("X-Evil") is not null),
        };
        var expected = test.Fault.Expect(scene);
        return FaultJudge.Judge(expected with { Within = expected.Within ?? Deadline }, test.Mode, test.Subject, outcome);
    }
}
