using System.Collections.ObjectModel;

namespace JobWise.Llm.Pipeline;

/// <summary>The lanes as the pipeline has planned them; a list of another type is one that a Call decorator has put in their place.</summary>
internal sealed class LanePlan(IList<LLMLane> lanes, LLMRouteBasis orderedBy = LLMRouteBasis.Listed, IReadOnlyList<TimeSpan?>? latencies = null)
    : ReadOnlyCollection<LLMLane>(lanes)
{
    /// <summary>What put them into their order.</summary>
    public LLMRouteBasis OrderedBy => orderedBy;

    /// <summary>The figures that the order went by, lane by lane; null where it went by something else.</summary>
    public IReadOnlyList<TimeSpan?>? Latencies => latencies;
}
