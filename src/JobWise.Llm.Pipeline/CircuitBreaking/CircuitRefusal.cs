using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>What a call gets that a circuit holds back.</summary>
internal static class CircuitRefusal
{
    public static LLMCircuitOpenException Explain(Lane lane, Exception? cause, TimeSpan retryAfter) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The lane '{lane.Name}' is held back for another {retryAfter.TotalSeconds:0.###} s, because its provider failed repeatedly; nothing was sent. Come back then, or add a lane under {PipelineSection.Path}:Routing:Fallbacks."),
        new LLMErrorDetails { Provider = lane.Vendor, Model = lane.Name.Model, RetryAfter = retryAfter },
        cause);
}
