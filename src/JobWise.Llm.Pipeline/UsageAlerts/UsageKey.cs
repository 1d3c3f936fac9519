using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Whose use it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageKey(LLMUsageAlertScope Scope, string Value);
