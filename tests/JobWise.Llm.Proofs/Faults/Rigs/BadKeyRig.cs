using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Keys that would break a header or smuggle one in: refused before anything is sent, without being repeated in the message.</summary>
internal sealed class BadKeyRig() : CaseRig("bad-key", 45)
{
    private const string Canary = "CANARYKEY";

    private static readonly string[] Keys =
    [
        $"{Canary}\r\nX-Evil: 1", $"{Canary}\nX-Evil: 1", $"{Canary}\rX-Evil: 1", $"{Canary}\r\n\r\nGET / HTTP/1.1", $"{Canary}\0", $"{Canary}\0x",
        $"{Canary} with space", $"{Canary}\twith\ttab", $"{Canary}ü", $"{Canary}ключ", $"{Canary}\u2028X-Evil: 1", $"{Canary}\u0085X-Evil: 1",
        $"{Canary}\u200Bx", $"{Canary}\u00A0x", $"{Canary}😀", $"{Canary}\ud800", $"{Canary}\u007f", $"{Canary}\u001b[31m", $"{Canary}\u000bx", $"{Canary}\u000cx",
        $"“{Canary}”", $"{Canary}\uFEFFx", $"{Canary}\r\n\tfolded", $"Bearer {Canary}",
    ];

    public override IReadOnlyList<string> Cases { get; } =
        [.. Keys.Select((_, number) => $"option-{number + 1}"), .. Keys.Select((_, number) => $"provider-{number + 1}")];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var key = Keys[index % Keys.Length];
        var mode = (FaultMode)(index % 3);
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Right()]);
        var address = index < Keys.Length
            ? new ProviderAddress(server.Address) { Key = key }
            : new ProviderAddress(server.Address) { Key = null, KeyProvider = _ => ValueTask.FromResult<string?>(key) };
        await using var services = subject.Build(address, new FaultWatch());
        try
        {
            await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), mode, CancellationToken.None);
            return FaultVerdict.Wrong($"the key was sent: {server.Requests[0].Head.ReplaceLineEndings("|")}");
        }
        catch (LLMServiceException error)
        {
            return server.Requests.Count > 0 || server.ReceivedBytes > 0 ? FaultVerdict.Wrong("something was sent")
                : error.ToString().Contains(Canary, StringComparison.Ordinal) ? FaultVerdict.Wrong("the exception repeats the key")
                : FaultVerdict.Clean;
        }
    }
}
