using System.Text.Json;
using JobWise.Llm.Proofs.Faults.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Children;

/// <summary>The child's side of <see cref="FaultChild"/>: reads commands, makes calls, writes reports.</summary>
internal static class FaultChildProgram
{
    public const string Argument = "--faults-child";
    public const string Ask = "ask";
    public const string Measure = "measure";
    public const string Ready = "ready";
    public const string Starve = "starve";
    public const int StarvedCalls = 64;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string subjectName)
    {
        var subject = FaultSubjects.All.Single(each => each.Name == subjectName);
        var meter = new MemoryMeter();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var (mode, server) = (Enum.Parse<FaultMode>(words[1]), new Uri(words[2]));
            var report = words[0] switch
            {
                Ready => await meter.ReadyAsync(() => AskAsync(subject, mode, server)),
                Measure => await meter.MeasureAsync(() => AskAsync(subject, mode, server)),
                Starve => await StarveAsync(subject, mode, server),
                _ => await AskAsync(subject, mode, server),
            };
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report));
        }

        return 0;
    }

    private static async Task<ChildReport> AskAsync(JobWiseSubject subject, FaultMode mode, Uri server)
    {
        await using var services = subject.Build(new ProviderAddress(server) { ConnectTimeout = Deadline }, new FaultWatch(), deadline: Deadline);
        return await AskAsync(services.GetRequiredService<ILLMService>(), mode);
    }

    private static async Task<ChildReport> AskAsync(ILLMService service, FaultMode mode)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var reading = await JobWiseSubject.AskAsync(service, mode, CancellationToken.None);
            return new ChildReport { Text = reading.Text, Milliseconds = Since(start) };
        }
        catch (Exception error) // What escapes, whatever it is, is what the parent wants to know.
        {
            return new ChildReport { Error = error.GetType().Name, Message = error.Message, IsOwn = error is LLMServiceException, Milliseconds = Since(start) };
        }
    }

    // As many threads as the system allows to forbid: no fewer than processors.
    private static async Task<ChildReport> StarveAsync(JobWiseSubject subject, FaultMode mode, Uri server)
    {
        ThreadPool.SetMinThreads(1, 1);
        if (!ThreadPool.SetMaxThreads(2, 2) && !ThreadPool.SetMaxThreads(Environment.ProcessorCount, Environment.ProcessorCount))
        {
            return new ChildReport { Error = "ThreadPool", Message = "the thread pool could not be limited" };
        }

        await using var services = subject.Build(new ProviderAddress(server) { ConnectTimeout = Deadline }, new FaultWatch(), deadline: Deadline);
        var service = services.GetRequiredService<ILLMService>();
        var start = TimeProvider.System.GetTimestamp();
        var reports = await Task.WhenAll(Enumerable.Range(0, StarvedCalls).Select(_ => AskAsync(service, mode)));
        return new ChildReport
        {
            Right = reports.Count(report => report.Text is not null),
            Error = reports.FirstOrDefault(report => report.Error is not null)?.Error,
            Milliseconds = Since(start),
        };
    }

    private static long Since(long start) => (long)TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
}
