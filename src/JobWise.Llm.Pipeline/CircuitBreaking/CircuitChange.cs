using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>A change of state, for the log.</summary>
/// <param name="State">The new state.</param>
/// <param name="Break">How long calls are held back; zero unless it opened.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CircuitChange(LLMCircuitState State, TimeSpan Break);
