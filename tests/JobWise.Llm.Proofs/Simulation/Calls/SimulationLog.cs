using System.Globalization;

namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>Everything that happened in one simulation, in order. The provider knows by a tag of the request which call it belongs to.</summary>
internal sealed class SimulationLog
{
    private const string Tag = "simulated-call";

    private readonly List<SimulatedCall> _calls = [];
    private readonly List<Send> _sends = [];

    public IReadOnlyList<SimulatedCall> Calls => _calls;

    public IReadOnlyList<Send> Sends => _sends;

    public SimulatedCall Begin(CallPlan plan, TimeSpan now)
    {
        var call = new SimulatedCall(plan, _calls.Count, now);
        _calls.Add(call);
        return call;
    }

    public static LLMRequest RequestOf(SimulatedCall call) => new()
    {
        Prompt = PromptText.OfLength(call.Plan.PromptCharacters, call.Order),
        MaxTokens = call.Plan.OutputCap,
        Tags = new Dictionary<string, string> { [Tag] = call.Order.ToString(CultureInfo.InvariantCulture) },
        Call = new LLMCallOptions { Priority = call.Plan.Priority },
    };

    public SimulatedCall CallOf(LLMRequest request) => _calls[int.Parse(request.Tags[Tag], CultureInfo.InvariantCulture)];

    public Send Send(LLMRequest request, string provider, TimeSpan now)
    {
        var call = CallOf(request);
        var send = new Send(call, provider, _sends.Count, now);
        _sends.Add(send);
        call.Sends.Add(send);
        return send;
    }
}
