using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What was used.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageAmount(decimal Usd, long Tokens)
{
    public static UsageAmount operator +(UsageAmount left, UsageAmount right) => new(left.Usd + right.Usd, left.Tokens + right.Tokens);
}
