namespace JobWise.Llm;

/// <summary>One budget: how much what may spend in which time. Bound from an entry of the list <c>JobWise:Llm:Budgets</c>.</summary>
public sealed class LLMBudgetOptions
{
    /// <summary>Names the budget in messages and figures; each needs its own, without regard to case.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What is counted together. A call that does not say, as one without a user id, is not counted by a budget per user.</summary>
    /// <value>The default value is <see cref="LLMBudgetScope.All"/>.</value>
    public LLMBudgetScope Scope { get; set; }

    /// <summary>The key of the tag whose values are counted; for <see cref="LLMBudgetScope.Tag"/> only.</summary>
    public string? TagKey { get; set; }

    /// <summary>The only user, tenant, workflow or value of the tag that the budget is for; null counts each for itself.</summary>
    public string? Value { get; set; }

    /// <summary>When the budget is full again.</summary>
    /// <value>The default value is <see cref="LLMBudgetPeriod.Month"/>.</value>
    public LLMBudgetPeriod Period { get; set; } = LLMBudgetPeriod.Month;

    /// <summary>The most US dollars; null sets no limit in dollars.</summary>
    public decimal? Usd { get; set; }

    /// <summary>The most tokens, prompts included; null sets no limit in tokens.</summary>
    public long? Tokens { get; set; }

    /// <summary>What happens when it is used up.</summary>
    /// <value>The default value is <see cref="LLMBudgetKind.Hard"/>.</value>
    public LLMBudgetKind Kind { get; set; }

    /// <summary>Whether a hard limit in dollars lets calls through whose price is not known. They count with their tokens only.</summary>
    /// <value>The default value is false: what cannot be counted is refused.</value>
    public bool AllowUnknownCost { get; set; }
}
