using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Streams that nobody reads to their end, and applications that end: no connection and no unobserved exception stays behind.</summary>
internal sealed class AbandonRig() : CaseRig("abandoned", 38)
{
    private const int Streams = 1000;
    private const int StreamsOfQuick = 100;
    private const int AtOnce = 100;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public override bool IsAlone => true;

    public override IReadOnlyList<string> Cases { get; } = ["disposed-after-first-piece", "never-disposed", "application-ends-unary", "application-ends-stream"];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, _) => Interlocked.Increment(ref unobserved);
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            var verdict = index switch
            {
                0 => await LeaveAsync(subject, bench, dispose: true),
                1 => await LeaveAsync(subject, bench, dispose: false),
                2 => await EndAsync(subject, bench, FaultMode.Unary),
                _ => await EndAsync(subject, bench, FaultMode.Stream),
            };
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return unobserved == 0 || !verdict.IsClean ? verdict : FaultVerdict.Wrong($"{unobserved} exceptions of tasks were observed by nobody");
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }
    }

    private static FaultReply Open(JobWiseSubject subject)
    {
        var scene = new FaultScene(FaultMatrix.WireOf(subject), FaultMode.Stream, new Uri("http://127.0.0.1/"));
        return scene.Chunked().Then(FaultStep.Send(Raw.Chunk(Raw.Sse(scene.Events.Until(1)))), FaultStep.Stall);
    }

    private static async Task<FaultVerdict> LeaveAsync(JobWiseSubject subject, FaultBench bench, bool dispose)
    {
        await using var server = FaultServer.Start([Open(subject)]);
        await using var services = subject.Build(new ProviderAddress(server.Address), new FaultWatch());
        var service = services.GetRequiredService<ILLMService>();
        var streams = bench.IsQuick ? StreamsOfQuick : Streams;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, streams),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, _) => await ReadOnePieceAsync(service, dispose));
        var start = TimeProvider.System.GetTimestamp();
        var within = dispose ? Soon : FaultLimits.Deadline + Soon;
        var inTime = await server.AreAllClosedAsync(within);
        var closed = inTime || await server.AreAllClosedAsync(bench.AllowedSince(start));
        return closed && server.Accepted >= streams ? FaultVerdict.Clean with { IsDoubtful = !inTime }
            : FaultVerdict.Wrong($"{server.OpenConnections} of {server.Accepted} connections stayed open");
    }

    private static async Task ReadOnePieceAsync(ILLMService service, bool dispose)
    {
        var updates = service.GenerateStreamAsync(LLMRequest.FromPrompt(FaultWatch.Prompt)).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        if (dispose)
        {
            await updates.DisposeAsync();
        }
    }

    private static async Task<FaultVerdict> EndAsync(JobWiseSubject subject, FaultBench bench, FaultMode mode)
    {
        await using var server = FaultServer.Start([mode == FaultMode.Stream ? Open(subject) : new FaultReply(FaultStep.Stall)]);
        var services = subject.Build(new ProviderAddress(server.Address), new FaultWatch());
        var start = TimeProvider.System.GetTimestamp();
        var call = JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), mode, CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(100));
        await services.DisposeAsync();
        try
        {
            await call.WaitAsync(FaultLimits.HardStop + bench.AllowedSince(start));
            return FaultVerdict.Wrong("an answer came though none was sent") with { IsTruncated = true };
        }
        catch (TimeoutException)
        {
            return FaultVerdict.Wrong("the call did not end") with { IsHang = true };
        }
        catch (LLMServiceException)
        {
            return await server.AreAllClosedAsync(Soon) ? FaultVerdict.Clean : FaultVerdict.Wrong($"{server.OpenConnections} connections stayed open");
        }
    }
}
