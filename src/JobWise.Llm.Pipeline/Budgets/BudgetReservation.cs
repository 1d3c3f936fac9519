namespace JobWise.Llm.Pipeline;

/// <summary>What one call under way holds in <see cref="MemoryBudgetStore"/>, touched under its lock only.</summary>
internal sealed class BudgetReservation(IReadOnlyList<BudgetClaim> claims, BudgetCounter[] counters, BudgetAmount amount)
{
    public IReadOnlyList<BudgetClaim> Claims => claims;

    /// <summary>In the order of the claims.</summary>
    public BudgetCounter[] Counters => counters;

    public BudgetAmount Amount { get; set; } = amount;

    /// <summary>The last send that it was topped up for.</summary>
    public int LastSend { get; set; }
}
