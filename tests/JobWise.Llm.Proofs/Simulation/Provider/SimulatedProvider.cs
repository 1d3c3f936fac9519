using JobWise.Llm.Proofs.Fuzz;
using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Provider;

/// <summary>
/// A provider with limits of Groq's kind: prompt and output cap are counted when a request arrives, and what was not used is given back when
/// the answer is made. It shares no code with the product's limiter. Streams are not simulated.
/// </summary>
internal sealed class SimulatedProvider(string name, SimulatedLimits limits, SimulatedClock clock, SimulationLog log, int seed) : ILLMService
{
    /// <summary>What a refusal or an error takes to arrive.</summary>
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<string, Meter> _meters = [];

    public string Name => name;

    public SimulatedLimits Limits => limits;

    public IList<Outage> Outages { get; } = [];

    public SimulatedNetwork Network { get; set; } = SimulatedNetwork.None;

    /// <summary>Whether the headers show the state before the unused part is given back. Nobody has said which it is, so both must do.</summary>
    public bool HasEarlyHeaders { get; set; }

    public LLMServiceMetadata Metadata { get; } = new() { ProviderName = "groq", InstanceName = name, DefaultModel = "simulated" };

    /// <summary>The true state of the limits of the default model; only the oracle may look.</summary>
    public Meter Meter => MeterOf(Metadata.DefaultModel!);

    public async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        clock.CheckThread();
        cancellationToken.ThrowIfCancellationRequested();
        var send = log.Send(request, name, clock.Elapsed);
        try
        {
            return await AnswerAsync(request, send, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            send.EndWith(SendEnd.Abandoned, clock.Elapsed);
            throw;
        }
    }

    public IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The simulation makes no streams.");

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<LLMModel>>([]);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new LLMHealth { Status = LLMHealthStatus.Healthy });

    private async Task<LLMResponse> AnswerAsync(LLMRequest request, Send send, CancellationToken cancellationToken)
    {
        var dice = new Dice(seed, send.Order);
        var (there, back) = (Network.Delay(ref dice), Network.Delay(ref dice));
        await TravelAsync(there, cancellationToken);
        await FailAsync(request, send, cancellationToken);
        var (plan, meter) = (send.Call.Plan, MeterOf(request.Model ?? Metadata.DefaultModel!));
        var tokens = plan.PromptTokens + (request.MaxTokens ?? plan.OutputCap);
        if (meter.Admit(tokens, clock.Elapsed) is { } refusal)
        {
            send.Refusal = refusal;
            var headers = meter.SnapshotAt(clock.Elapsed);
            await EndAsync(send, SendEnd.Refused, cancellationToken);
            throw SimulatedAnswer.Refuse(refusal, request, Metadata, headers);
        }

        await clock.WaitAsync(SimulatedAnswer.TimeOf(plan), cancellationToken);
        var early = meter.SnapshotAt(clock.Elapsed);
        meter.Return(tokens - plan.PromptTokens - plan.OutputTokens, clock.Elapsed);
        var answer = SimulatedAnswer.Make(request, plan, Metadata, HasEarlyHeaders ? early : meter.SnapshotAt(clock.Elapsed));
        await TravelAsync(back, cancellationToken);
        send.EndWith(SendEnd.Answered, clock.Elapsed);
        return answer;
    }

    /// <summary>No way takes no timer either: the oracle relies on a request being counted before the call that makes it returns.</summary>
    private Task TravelAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? clock.WaitAsync(time, cancellationToken) : Task.CompletedTask;

    private async Task FailAsync(LLMRequest request, Send send, CancellationToken cancellationToken)
    {
        var details = new LLMErrorDetails { Provider = Metadata.ProviderName, Model = request.Model };
        switch (FaultOf(send))
        {
            case ProviderFault.Dead:
                await EndAsync(send, SendEnd.Failed, cancellationToken);
                throw new LLMConnectionException($"The simulated provider {name} takes no connection.", details);
            case ProviderFault.Failing:
                await EndAsync(send, SendEnd.Failed, cancellationToken);
                throw new LLMServerException($"The simulated provider {name} failed.", details with { StatusCode = 503 });
            case ProviderFault.Hanging:
                await clock.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
        }
    }

    private ProviderFault FaultOf(Send send)
    {
        foreach (var outage in Outages)
        {
            if (outage.Covers(clock.Elapsed) && new Dice(seed, send.Order).Roll(1000) < outage.Share * 1000)
            {
                return outage.Fault;
            }
        }

        return ProviderFault.None;
    }

    private async Task EndAsync(Send send, SendEnd end, CancellationToken cancellationToken)
    {
        await clock.WaitAsync(RoundTrip, cancellationToken);
        send.EndWith(end, clock.Elapsed);
    }

    private Meter MeterOf(string model)
    {
        if (!_meters.TryGetValue(model, out var meter))
        {
            _meters[model] = meter = new Meter(limits);
        }

        return meter;
    }
}
