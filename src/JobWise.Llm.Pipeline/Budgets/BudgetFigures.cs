using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What a counter holds at one moment.</summary>
/// <param name="Spent">Settled, estimates included.</param>
/// <param name="Estimated">The part of it that is an estimate.</param>
/// <param name="Reserved">Of calls under way.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetFigures(BudgetAmount Spent, BudgetAmount Estimated, BudgetAmount Reserved);
