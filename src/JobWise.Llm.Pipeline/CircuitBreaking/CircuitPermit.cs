using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Leave to send one attempt. Its result counts only while the circuit is in the state that gave it.</summary>
/// <param name="Generation">Which state gave it.</param>
/// <param name="IsProbe">Whether everyone else waits for its result.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CircuitPermit(int Generation, bool IsProbe);
