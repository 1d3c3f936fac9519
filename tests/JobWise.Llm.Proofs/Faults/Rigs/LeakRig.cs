using System.Diagnostics;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>
/// Looks for the key and the prompt in every log line at every level and in every activity of a call. The whole matrix looks into its log
/// lines and exceptions too; here a call must also have logged something and
/// been traced, or nothing would have been looked at.
/// </summary>
internal sealed class LeakRig() : CaseRig("leak", 47, 48)
{
    private const int LeastLines = 4;
    private static readonly FaultMode[] Modes = Enum.GetValues<FaultMode>();
    private static readonly string[] Ends = ["right", "server-error", "key-echoed", "prompt-echoed"];

    public override bool IsAlone => true;

    public override IReadOnlyList<string> Cases { get; } = [.. Ends.SelectMany(end => Modes.Select(mode => $"{end}-{mode.ToString().ToLowerInvariant()}"))];

    protected override async Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench)
    {
        var (end, mode) = (Ends[index / Modes.Length], Modes[index % Modes.Length]);
        var scene = new FaultScene(FaultMatrix.WireOf(subject), mode, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([Reply(end, scene)]);
        var watch = new FaultWatch();
        using var caller = new Activity("caller").Start();
        var traced = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                watch.Inspect(activity);
                // Those of other cases are heard too.
                if (activity.TraceId == caller.TraceId && activity != caller)
                {
                    Interlocked.Increment(ref traced);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = subject.Build(new ProviderAddress(server.Address), watch);
        try
        {
            await JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), mode, CancellationToken.None);
        }
        catch (LLMServiceException error) when (end != "prompt-echoed")
        {
            watch.Inspect("the exception", error.ToString());
        }
        catch (LLMServiceException)
        {
            // The vendor's own words belong to the exception, and it is the vendor who quotes the prompt in them.
        }

        return watch.Lines < LeastLines ? FaultVerdict.Wrong($"only {watch.Lines} lines were logged")
            : traced == 0 ? FaultVerdict.Wrong("no activity of the call was seen")
            : FaultVerdict.Wrong([.. watch.Leaks.Distinct()]);
    }

    private static FaultReply Reply(string end, FaultScene scene) => end switch
    {
        "right" => scene.Right(),
        "server-error" => scene.Fail(500, FaultError.Server),
        "key-echoed" => scene.Reply(Raw.Utf8(scene.Wire.Error(FaultError.Authentication, $"Wrong key {FaultWatch.Key}.")), 401, "application/json"),
        _ => scene.Reply(Raw.Utf8(scene.Wire.Error(FaultError.InvalidRequest, $"Bad prompt: {FaultWatch.Prompt}")), 400, "application/json"),
    };
}
