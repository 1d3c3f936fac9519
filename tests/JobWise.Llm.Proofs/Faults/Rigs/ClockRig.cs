using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Faults.Rigs;

/// <summary>Sets the wall clock while a call waits, on virtual time with two clocks: no wait may notice.</summary>
internal sealed class ClockRig() : CaseRig("clock-jump", 35)
{
    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromDays(365), TimeSpan.FromDays(-365)];
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override IReadOnlyList<string> Cases { get; } =
    [
        .. Steps.Select(step => $"in-back-off by {step.TotalHours} h"),
        .. Steps.Select(step => $"while-stalled by {step.TotalHours} h"),
    ];

    protected override Task<FaultVerdict> RunAsync(int index, JobWiseSubject subject, FaultBench bench) =>
        index < Steps.Length ? InBackOffAsync(subject, Steps[index]) : WhileStalledAsync(subject, Steps[index - Steps.Length]);

    private static async Task<FaultVerdict> InBackOffAsync(JobWiseSubject subject, TimeSpan step)
    {
        var scene = new FaultScene(FaultMatrix.WireOf(subject), FaultMode.Unary, new Uri("http://127.0.0.1/"));
        await using var server = FaultServer.Start([scene.Fail(429, FaultError.RateLimit, "Retry-After: 2"), scene.Right()]);
        var clock = new TwoClockTimeProvider();
        await using var services = Build(subject, server, clock);
        var call = JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), FaultMode.Unary, CancellationToken.None);

        var wait = await clock.WaitForTimerAsync(due => due >= TimeSpan.FromSeconds(2) && due < TimeSpan.FromSeconds(2.5)).WaitAsync(Patience);
        clock.StepWallClock(step);
        clock.Advance(TimeSpan.FromSeconds(1.9));
        await Task.Delay(Moment);
        var isEarly = call.IsCompleted || server.Requests.Count > 1;
        clock.Advance(wait - TimeSpan.FromSeconds(1.9));
        var reading = await call.WaitAsync(Patience);
        return isEarly ? FaultVerdict.Wrong("the wait ended with the step of the wall clock")
            : reading.Text == scene.Text ? FaultVerdict.Clean
            : FaultVerdict.Wrong($"wrong answer '{reading.Text}'");
    }

    private static async Task<FaultVerdict> WhileStalledAsync(JobWiseSubject subject, TimeSpan step)
    {
        await using var server = FaultServer.Start([new FaultReply(FaultStep.Stall)]);
        var clock = new TwoClockTimeProvider();
        await using var services = Build(subject, server, clock);
        var call = JobWiseSubject.AskAsync(services.GetRequiredService<ILLMService>(), FaultMode.Unary, CancellationToken.None);

        await clock.WaitForTimerAsync(FaultLimits.Attempt).WaitAsync(Patience);
        clock.StepWallClock(step);
        await Task.Delay(Moment);
        var isEarly = call.IsCompleted || server.Requests.Count > 1;
        clock.Advance(FaultLimits.Deadline);
        try
        {
            await call.WaitAsync(Patience);
            return FaultVerdict.Wrong("an answer came though none was sent");
        }
        catch (LLMTimeoutException)
        {
            return isEarly ? FaultVerdict.Wrong("the deadline moved with the wall clock") : FaultVerdict.Clean;
        }
    }

    private static ServiceProvider Build(JobWiseSubject subject, FaultServer server, TimeProvider clock) =>
        subject.Build(new ProviderAddress(server.Address), new FaultWatch(), services => services.AddSingleton(clock));
}
