using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>The caller cancels in each phase: the call ends at once with the caller's own token, and nothing is sent afterwards.</summary>
internal sealed class CancelRig() : CaseRig("cancelled", 36, 37)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(120);
    private static readonly FaultMode[] All = Enum.GetValues<FaultMode>();

    private static readonly (string Phase, FaultMode Mode)[] Phases =
    [
        .. new[] { "before-the-call", "fetching-the-key", "connecting", "waiting-for-headers", "in-headers", "waiting-for-body", "in-body", "in-error-body", "in-back-off", "after-hint" }
            .SelectMany(phase => All.Select(mode => (phase, mode))),
        ("between-events", FaultMode.Stream),
        ("between-pings", FaultMode.Stream),
    ];

    public override IReadOnlyList<string> Cases { get; } = [.. Phases.Select(phase => $"{phase.Phase}-{phase.Mode.ToString().ToLowerInvariant()}")];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var (phase, mode) = Phases[index];
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        using var hole = phase == "connecting" ? await BlackHole.OpenAsync() : null;
        await using var server = FaultServer.Start([Reply(phase, scene)]);
        using var caller = new CancellationTokenSource();
        var address = new ProviderAddress(hole?.Address ?? server.Address)
        {
            KeyProvider = phase == "fetching-the-key" ? FetchForEverAsync : null,
        };
        await using var services = subject.Build(address, new FaultWatch());
        if (phase == "before-the-call")
        {
            await caller.CancelAsync();
        }

        var call = JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), mode, caller.Token);
        await ReachAsync(phase, server);
        var sends = server.Requests.Count;
        var start = TimeProvider.System.GetTimestamp();
        await caller.CancelAsync();
        return await JudgeAsync(call, server, sends, start, bench, caller.Token);
    }

    // On a busy machine the request may take longer than the moment that the phase is then given.
    private static async Task ReachAsync(string phase, FaultServer server)
    {
        var isSent = phase is not ("before-the-call" or "fetching-the-key" or "connecting");
        for (var wait = 0; isSent && server.Requests.Count == 0 && wait < 100; wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await Task.Delay(Settled);
    }

    private static async Task<FaultVerdict> JudgeAsync(
        Task<FaultReading> call, FaultServer server, int sends, long start, FaultBench bench, CancellationToken caller)
    {
        try
        {
            await call.WaitAsync(FaultLimits.HardStop, CancellationToken.None);
            return FaultVerdict.Wrong("an answer came after the cancellation") with { IsTruncated = true };
        }
        catch (OperationCanceledException cancelled)
        {
            var late = TimeProvider.System.GetElapsedTime(start);
            var allowed = Margin + bench.Lag.Since(start);
            await Task.Delay(Settled * 2, CancellationToken.None);
            return cancelled.CancellationToken != caller ? FaultVerdict.Wrong("the exception has another token than the caller's")
                : late > allowed ? FaultVerdict.Wrong($"ended {late.TotalMilliseconds:0} ms after the cancellation") with { IsHang = true }
                : server.Requests.Count > sends ? FaultVerdict.Wrong("sent again after the cancellation")
                : FaultVerdict.Clean;
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
