using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What is spent or reserved, in both measures.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetAmount(decimal Usd, long Tokens)
{
    public static BudgetAmount operator +(BudgetAmount left, BudgetAmount right) => new(left.Usd + right.Usd, left.Tokens + right.Tokens);

    public static BudgetAmount operator -(BudgetAmount left, BudgetAmount right) => new(left.Usd - right.Usd, left.Tokens - right.Tokens);
}
