using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Where a secret stands in a text; never the secret.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SecretFinding(string RuleId, int Start, int Length);
