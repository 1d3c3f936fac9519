using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>The caller cancels in each phase: the call ends at once with the caller's own token, and nothing is sent afterwards. Each phase many times.</summary>
internal sealed class CancelRig() : CaseRig("cancelled", 36, 37)
{
    private const string BeforeTheCall = "before-the-call";
    private const string FetchingTheKey = "fetching-the-key";
    private const string Connecting = "connecting";
    private const int Calls = 200;
    private const int CallsOfQuick = 20;
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private static readonly FaultMode[] All = Enum.GetValues<FaultMode>();

    private static readonly (string Phase, FaultMode Mode)[] Phases =
    [
        .. new[] { BeforeTheCall, FetchingTheKey, Connecting, "waiting-for-headers", "in-headers", "waiting-for-body", "in-body", "in-error-body", "in-back-off", "after-hint" }
            .SelectMany(phase => All.Select(mode => (phase, mode))),
        ("between-events", FaultMode.Stream),
        ("between-pings", FaultMode.Stream),
    ];

    public override IReadOnlyList<string> Cases { get; } = [.. Phases.Select(phase => $"{phase.Phase}-{phase.Mode.ToString().ToLowerInvariant()}")];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var (phase, mode) = Phases[index];
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        using var hole = phase == Connecting ? await BlackHole.OpenAsync() : null;
        await using var server = FaultServer.Start([Reply(phase, scene)]);
        var address = new ProviderAddress(hole?.Address ?? server.Address)
        {
            KeyProvider = phase == FetchingTheKey ? FetchForEverAsync : null,
        };
        var (times, sends, isDoubtful) = (new List<TimeSpan>(), 0, false);
        for (var calls = phase == Connecting ? 1 : bench.IsQuick ? CallsOfQuick : Calls; calls > 0; calls--)
        {
            await using var services = subject.Build(address, new FaultWatch());
            var (time, sent, verdict) = await CancelAsync(services.GetRequiredService<ILLMService>(), phase, mode, server, bench);
            if (!verdict.IsClean)
            {
                return verdict;
            }

            times.Add(time);
            sends += sent;
            isDoubtful |= verdict.IsDoubtful;
        }

        await Task.Delay(Settled * 2);
        return server.Requests.Count > sends ? FaultVerdict.Wrong("sent again after the cancellation")
            : FaultVerdict.Clean with { IsDoubtful = isDoubtful, Times = times };
    }

    private static async Task<(TimeSpan Time, int Sends, FaultVerdict Verdict)> CancelAsync(
        ILLMService service, string phase, FaultMode mode, FaultServer server, FaultBench bench)
    {
        using var caller = new CancellationTokenSource();
        if (phase == BeforeTheCall)
        {
            await caller.CancelAsync();
        }

        var before = server.Requests.Count;
        var call = JobWiseSubject.AskAsync(service, mode, caller.Token);
        await ReachAsync(phase, server, before);
        var sends = server.Requests.Count - before;
        var start = TimeProvider.System.GetTimestamp();
        await caller.CancelAsync();
        var (time, verdict) = await JudgeAsync(call, start, bench, caller.Token);
        return (time, sends, verdict);
    }

    // On a busy machine the request may take longer than the moment that the phase is then given. The first call takes longest to get there.
    private static async Task ReachAsync(string phase, FaultServer server, int before)
    {
        var isSent = phase is not (BeforeTheCall or FetchingTheKey or Connecting);
        for (var wait = 0; isSent && server.Requests.Count == before && wait < 400; wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await Task.Delay(before == 0 && isSent ? Settled : Moment);
    }

    private static async Task<(TimeSpan Time, FaultVerdict Verdict)> JudgeAsync(Task<FaultReading> call, long start, FaultBench bench, CancellationToken caller)
    {
        try
        {
            await call.WaitAsync(FaultLimits.HardStop, CancellationToken.None);
            return (default, FaultVerdict.Wrong("an answer came after the cancellation") with { IsTruncated = true });
        }
        catch (TimeoutException)
        {
            return (default, FaultVerdict.Wrong("did not end after the cancellation") with { IsHang = true });
        }
        catch (OperationCanceledException cancelled)
        {
            var time = TimeProvider.System.GetElapsedTime(start);
            var verdict = cancelled.CancellationToken != caller ? FaultVerdict.Wrong("the exception has another token than the caller's")
                : time > Margin + bench.AllowedSince(start) ? FaultVerdict.Wrong($"ended {time.TotalMilliseconds:0} ms after the cancellation") with { IsHang = true }
                : FaultVerdict.Clean with { IsDoubtful = time > Margin };
            return (time, verdict);
        }
    }

    private static FaultReply Reply(string phase, FaultScene scene) => phase switch
    {
        "in-headers" => new(FaultStep.Send("HTTP/1.1 200 OK\r\nX-"u8.ToArray()), FaultStep.Stall),
        "waiting-for-body" => scene.Chunked().Then(FaultStep.Stall),
        "in-body" => scene.Chunked().Then(FaultStep.Send(Raw.Chunk(scene.Body[..20])), FaultStep.Stall),
        "in-error-body" => new(FaultStep.Send(scene.Head(500, "Content-Length: 900")), FaultStep.Send("{"u8.ToArray()), FaultStep.Stall),
        "in-back-off" => scene.Fail(503, FaultError.Server, "retry-after-ms: 900"),
        "after-hint" => scene.Fail(429, FaultError.RateLimit, "Retry-After: 2"),
        "between-events" => scene.Chunked().Then(FaultStep.Send(Raw.Chunk(Raw.Sse(scene.Events.Until(1)))), FaultStep.Stall),
        "between-pings" => scene.Chunked().Then(
            FaultStep.Send(Raw.Chunk(Raw.Sse(scene.Events.Until(1)))),
            FaultStep.Repeat(Raw.Chunk(": ping\n\n"u8.ToArray()), 1000, TimeSpan.FromMilliseconds(10))),
        _ => new(FaultStep.Stall),
    };

    private static async ValueTask<string?> FetchForEverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return null;
    }
}
