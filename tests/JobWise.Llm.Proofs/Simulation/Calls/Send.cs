using JobWise.Llm.Proofs.Simulation.Provider;

namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>One request that reached a provider.</summary>
/// <param name="call">The call it was made for.</param>
/// <param name="provider">Which one it reached.</param>
/// <param name="order">Its place among all sends.</param>
/// <param name="at">When it arrived.</param>
internal sealed class Send(SimulatedCall call, string provider, int order, TimeSpan at)
{
    public SimulatedCall Call => call;

    public string Provider => provider;

    public int Order => order;

    public TimeSpan At => at;

    public SendEnd End { get; private set; }

    public TimeSpan EndedAt { get; private set; }

    /// <summary>Set where a limit refused it.</summary>
    public Refusal? Refusal { get; set; }

    public void EndWith(SendEnd end, TimeSpan now) => (End, EndedAt) = (end, now);
}
