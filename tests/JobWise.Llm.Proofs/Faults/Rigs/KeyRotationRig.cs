using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>A key that the server no longer takes: asked for again, and tried once more only if it has changed.</summary>
internal sealed class KeyRotationRig() : CaseRig("rotated-key", 34)
{
    private const string Old = "sk-old-0123456789";
    private const string New = "sk-new-0123456789";
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();

    public override IReadOnlyList<string> Cases { get; } =
        [.. Modes.Select(mode => $"changed-{mode.ToString().ToLowerInvariant()}"), .. Modes.Select(mode => $"unchanged-{mode.ToString().ToLowerInvariant()}")];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var isChanged = index < Modes.Length;
        var mode = Modes[index % Modes.Length];
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start((_, request) =>
            request.Head.Contains(New, StringComparison.Ordinal) ? scene.Right() : scene.Fail(401, FaultError.Authentication));
        var asked = 0;
        var address = new ProviderAddress(server.Address)
        {
            KeyProvider = _ => ValueTask.FromResult<string?>(Interlocked.Increment(ref asked) > 1 && isChanged ? New : Old),
        };
        await using var services = subject.Build(address, new FaultWatch());
        try
        {
            var reading = await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), mode, CancellationToken.None);
            return isChanged && reading.Text.Length > 0 && server.Requests.Count == 2 ? FaultVerdict.Clean
                : FaultVerdict.Wrong($"an answer after {server.Requests.Count} sends");
        }
        catch (LLMAuthenticationException error)
        {
            return !isChanged && server.Requests.Count == 1 ? FaultVerdict.Clean
                : FaultVerdict.Wrong($"{error.GetType().Name} after {server.Requests.Count} sends, the key was asked for {asked} times");
        }
    }
}
