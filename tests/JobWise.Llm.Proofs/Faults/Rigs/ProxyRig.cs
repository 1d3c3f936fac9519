using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Calls to this machine in a child process whose environment names a proxy: nothing may reach the proxy.</summary>
internal sealed class ProxyRig : IFaultRig
{
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();
    private static readonly string[] Variables = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"];

    public string Id => "proxy-of-the-environment";

    public IReadOnlyList<int> Rows => [49];

    public bool IsAlone => false;

    public IReadOnlyList<string> Cases { get; } = [.. Modes.Select(mode => mode.ToString().ToLowerInvariant())];

    public async Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        await using var proxy = FaultServer.Start([new FaultReply(FaultStep.Close)]);
        await using var child = FaultChild.Start(subject, [.. Variables.Select(name => KeyValuePair.Create(name, proxy.Address.AbsoluteUri))]);
        var verdicts = new List<FaultVerdict>();
        foreach (var mode in Modes)
        {
            verdicts.Add(await RunAsync(mode, subject, child, proxy));
        }

        return verdicts;
    }

    private static async Task<FaultVerdict> RunAsync(FaultMode mode, JobWiseSubject subject, FaultChild child, FaultServer proxy)
    {
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Right()]);
        var report = await child.RunAsync(FaultChildProgram.Ask, mode, server.Address);
        return proxy.ReceivedBytes > 0 ? FaultVerdict.Wrong($"{proxy.ReceivedBytes} bytes went to the proxy") with { ForeignBytes = proxy.ReceivedBytes }
            : report.Text is not null && server.Requests.Count == 1 ? FaultVerdict.Clean
            : FaultVerdict.Wrong($"{report.Error}: {report.Message}");
    }
}
