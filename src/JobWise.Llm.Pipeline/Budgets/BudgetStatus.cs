namespace JobWise.Llm.Pipeline;

/// <summary>Puts the figures of a counter beside its limits.</summary>
internal static class BudgetStatus
{
    public static LLMBudgetStatus Of(LLMBudgetOptions budget, BudgetKey key, BudgetFigures figures) => new()
    {
        Budget = budget.Name,
        Scope = budget.Scope,
        ScopeValue = key.Value,
        StartedAt = BudgetPeriod.At(key.Start),
        RenewsAt = BudgetPeriod.EndOf(budget.Period, key.Start),
        LimitUsd = budget.Usd,
        LimitTokens = budget.Tokens,
        SpentUsd = figures.Spent.Usd,
        SpentTokens = figures.Spent.Tokens,
        EstimatedUsd = figures.Estimated.Usd,
        EstimatedTokens = figures.Estimated.Tokens,
        ReservedUsd = figures.Reserved.Usd,
        ReservedTokens = figures.Reserved.Tokens,
    };
}
