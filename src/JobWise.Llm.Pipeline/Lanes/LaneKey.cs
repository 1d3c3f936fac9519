using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What makes two calls share a lane: the instance as it was registered, and the model.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneKey(string Instance, string? Model);
