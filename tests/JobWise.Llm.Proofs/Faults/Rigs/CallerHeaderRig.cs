using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Headers that an application adds: good ones arrive as they are, others are refused before anything is sent.</summary>
internal sealed class CallerHeaderRig() : CaseRig("caller-header", 46)
{
    private static readonly (string Name, string Value)[] Good = [("X-Gateway", "team-7"), ("X-Long", new string('x', 500)), ("x-with-sign", "a=b; c=\"d\"")];

    private static readonly (string Name, string Value)[] Bad =
    [
        ("Authorization", "Bearer other"), ("authorization", "Bearer other"), ("Proxy-Authorization", "Basic eA=="), ("api-key", "other"), ("X-Api-Key", "other"),
        ("Host", "evil.example"), ("Cookie", "a=b"), ("Connection", "close"), ("Transfer-Encoding", "chunked"), ("Content-Length", "5"),
        ("Content-Type", "text/plain"), ("Expect", "100-continue"), ("Accept-Encoding", "gzip"), ("X-A", "b\r\nX-Evil: 1"), ("X-A", "b\nX-Evil: 1"),
        ("X-A", "b\rc"), ("X-A\r\nX-Evil", "1"), ("X-A: b\r\nX-Evil", "1"), ("X A", "b"), ("", "b"), ("X-A:", "b"), ("X-Ä", "b"), ("X-A", "ü"), ("X-A", "a\0b"),
    ];

    public override IReadOnlyList<string> Cases { get; } =
        [.. Good.Select((_, number) => $"good-{number + 1}"), .. Bad.Select((_, number) => $"bad-{number + 1}")];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var isGood = index < Good.Length;
        var header = isGood ? Good[index] : Bad[index - Good.Length];
        var scene = new FaultScene(FaultMatrix.WireOf(subject), FaultMode.Unary, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Right()]);
        await using var services = subject.Build(new ProviderAddress(server.Address) { Headers = [new(header.Name, header.Value)] }, new FaultWatch());
        try
        {
            await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), FaultMode.Unary, CancellationToken.None);
            return isGood && server.Requests[0].Header(header.Name) == header.Value ? FaultVerdict.Clean
                : FaultVerdict.Wrong($"'{header.Name}' was sent: {server.Requests[0].Head.ReplaceLineEndings("|")}");
        }
        catch (LLMServiceException error)
        {
            return isGood ? FaultVerdict.Wrong($"'{header.Name}' was refused: {error.Message}")
                : server.ReceivedBytes > 0 ? FaultVerdict.Wrong($"'{header.Name}' was refused after something was sent")
                : FaultVerdict.Clean;
        }
    }
}
