using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>One counter: a budget, whose it is, and the day on which its period began, in UTC. Nothing is ever set back: a new period has a new key.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetKey(string Budget, string? Value, DateOnly Start);
