using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// What was in use of each limit when a call was granted, less all corrections until then; no number where there was no limit. A refusal
/// says what the provider had in use at that moment, and the difference is by how much we are off.
/// </summary>
[InlineArray(RateLimitKinds.Count)]
internal struct GrantedLevels
{
    private float _first;
}
