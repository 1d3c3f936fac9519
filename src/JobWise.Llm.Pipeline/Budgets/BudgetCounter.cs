namespace JobWise.Llm.Pipeline;

/// <summary>One counter of <see cref="MemoryBudgetStore"/>, touched under its lock only.</summary>
internal sealed class BudgetCounter
{
    public BudgetAmount Spent { get; set; }

    public BudgetAmount Estimated { get; set; }

    public BudgetAmount Reserved { get; set; }

    /// <summary>Whether it was said that the limit is passed.</summary>
    public bool HasPassed { get; set; }

    /// <summary>On the monotonic clock.</summary>
    public long TouchedAt { get; set; }

    public bool IsIdle => Reserved == default;

    public BudgetFigures Figures => new(Spent, Estimated, Reserved);
}
