using System.Globalization;
using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>
/// A body of 1 GB, a gzip bomb of 300 MB and a line of 100 MB, each in each mode, in a child process whose resident memory is sampled every
/// 20 ms: it must not grow by 64 MB over what it was once, after some ordinary calls, so that what several cases leave behind adds up. Each
/// must end because the body is too large, and not because time ran out; only the stream of 1 GB, which is made of short comments, is read to its end.
/// </summary>
internal sealed class MemoryRig : IFaultRig
{
    private const long MostGrowth = 64 * 1024 * 1024;
    private const int Block = 64 * 1024;
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();
    private static readonly string[] Bodies = ["body-of-1-gb", "gzip-bomb-of-300-mb", "line-of-100-mb"];
    private static readonly Lazy<byte[]> Bomb = new(() => Raw.GzipOfBlanks(300, 1024 * 1024));

    public string Id => "memory";

    public IReadOnlyList<int> Rows => [17, 23, 27];

    public bool IsAlone => true;

    public IReadOnlyList<string> Cases { get; } = [.. Bodies.SelectMany(body => Modes.Select(mode => $"{body}-{mode.ToString().ToLowerInvariant()}"))];

    public async Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        await using var child = FaultChild.Start(subject);
        foreach (var mode in Modes)
        {
            await using var ordinary = FaultServer.Start([Scene(subject, mode).Right()]);
            await child.RunAsync(FaultChildProgram.Ready, mode, ordinary.Address);
        }

        var verdicts = new List<FaultVerdict>();
        foreach (var index in Enumerable.Range(0, Cases.Count))
        {
            var (body, mode) = (index / Modes.Length, Modes[index % Modes.Length]);
            await using var server = FaultServer.Start([Reply(body, Scene(subject, mode))]);
            verdicts.Add(Judge(IsReadToItsEnd(body, mode) ? typeof(LLMStreamInterruptedException) : typeof(LLMInvalidResponseException), await child.RunAsync(FaultChildProgram.Measure, mode, server.Address)));
        }

        return verdicts;
    }

    public static FaultVerdict Judge(Type due, ChildReport report) =>
        report.Text is not null ? FaultVerdict.Wrong("an answer came though none was sent") with { IsTruncated = true }
        : !report.IsOwn ? FaultVerdict.Wrong($"raw {report.Error}: {report.Message}") with { IsRaw = true }
        : report.Error != due.Name ? FaultVerdict.Wrong($"{report.Error}, not {due.Name}: {report.Message}")
        : report.GrowthBytes >= MostGrowth
            ? FaultVerdict.Wrong(string.Create(CultureInfo.InvariantCulture, $"the memory grew by {report.GrowthBytes / 1048576.0:0} MB ({report.Error} after {report.Milliseconds} ms)"))
        : FaultVerdict.Clean;

    private static bool IsReadToItsEnd(int body, FaultMode mode) => body == 0 && mode == FaultMode.Stream;

    private static FaultScene Scene(JobWiseSubject subject, FaultMode mode) => new(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));

    private static FaultReply Reply(int body, FaultScene scene) => body switch
    {
        0 when scene.IsStream => Repeated(scene, "", Raw.Utf8(string.Concat(Enumerable.Repeat($": {new string('x', 1021)}\n", Block / 1024))), 1L << 30),
        0 => Repeated(scene, "{\"x\":\"", Filled((byte)'x'), 1L << 30),
        1 => scene.Reply(Bomb.Value, headers: "Content-Encoding: gzip"),
        _ => Repeated(scene, scene.IsStream ? "data: {\"x\":\"" : "{\"x\":\"", Filled((byte)'x'), 100L * 1024 * 1024),
    };

    private static FaultReply Repeated(FaultScene scene, string start, byte[] block, long bytes) => new(
        FaultStep.Send(scene.Head(200, "Connection: close", $"Content-Type: {scene.ContentType}")),
        FaultStep.Send(Raw.Utf8(start)),
        FaultStep.Repeat(block, bytes / Block),
        FaultStep.Close);

    private static byte[] Filled(byte value)
    {
        var bytes = new byte[Block];
        bytes.AsSpan().Fill(value);
        return bytes;
    }
}
