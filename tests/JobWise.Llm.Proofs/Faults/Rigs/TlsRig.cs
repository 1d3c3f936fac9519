using System.Security.Authentication;
using JobWise.Llm.Proofs.Faults.Children;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>
/// Servers with certificates of an authority that the client, a child process, trusts: the good one is talked to, so that the others are
/// refused for the one thing that is wrong with them. Refused is final: one connection, no request.
/// </summary>
internal sealed class TlsRig : IFaultRig
{
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();
    private static readonly string[] Servers = ["good", "expired", "wrong-host", "self-signed", "tls-1.1"];

    public string Id => "tls";

    public IReadOnlyList<int> Rows => [4];

    public bool IsAlone => false;

    public IReadOnlyList<string> Cases { get; } = [.. Servers.SelectMany(server => Modes.Select(mode => $"{server}-{mode.ToString().ToLowerInvariant()}"))];

    public async Task<IReadOnlyList<FaultVerdict>> RunAsync(JobWiseSubject subject, FaultBench bench, CancellationToken cancellationToken)
    {
        using var certificates = new FaultCertificates();
        // A folder of its own: every file in it is read as a certificate.
        var folder = Directory.CreateTempSubdirectory("faults").FullName;
        try
        {
            var trusted = Path.Combine(folder, "authority.pem");
            await File.WriteAllTextAsync(trusted, certificates.AuthorityPem, cancellationToken);
            await using var child = FaultChild.Start(subject, [new("SSL_CERT_FILE", trusted), new("SSL_CERT_DIR", folder)]);
            var verdicts = new List<FaultVerdict>();
            foreach (var index in Enumerable.Range(0, Cases.Count))
            {
                verdicts.Add(await RunAsync(Servers[index / Modes.Length], Modes[index % Modes.Length], subject, certificates, child));
            }

            return verdicts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<FaultVerdict> RunAsync(string name, FaultMode mode, JobWiseSubject subject, FaultCertificates certificates, FaultChild child)
    {
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        using var certificate = name switch
        {
            "expired" => certificates.Expired(),
            "wrong-host" => certificates.WrongHost(),
            "self-signed" => certificates.SelfSigned(),
            _ => certificates.Good(),
        };
#pragma warning disable CA5397, CS0618, SYSLIB0039 // The old version is the fault that is tried.
        var protocols = name == "tls-1.1" ? SslProtocols.Tls11 : SslProtocols.None;
#pragma warning restore CA5397, CS0618, SYSLIB0039
        await using var server = FaultServer.Start([scene.Right()], new FaultServerOptions { Tls = new FaultTls(certificate, protocols) });
        var report = await child.RunAsync(FaultChildProgram.Ask, mode, server.Address);
        var seen = $"{report.Error ?? "an answer"} after {server.Accepted} connections and {server.Requests.Count} requests: {report.Message}";
        return name == "good"
            ? report.Text is not null ? FaultVerdict.Clean : FaultVerdict.Wrong(seen)
            : report.Error == nameof(LLMConnectionException) && server is { Accepted: 1, Requests.Count: 0 } ? FaultVerdict.Clean
            : FaultVerdict.Wrong(seen) with { IsRaw = report is { Error: not null, IsOwn: false } };
    }
}
