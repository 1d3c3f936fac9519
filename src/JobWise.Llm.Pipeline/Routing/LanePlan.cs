using System.Collections.ObjectModel;

namespace JobWise.Llm.Pipeline;

/// <summary>The lanes as the pipeline has planned them; a list of another type is one that a Call decorator has put in their place.</summary>
internal sealed class LanePlan(IList<LLMLane> lanes) : ReadOnlyCollection<LLMLane>(lanes);
