namespace JobWise.Llm.Pipeline;

/// <summary>A budget that a call falls under: the counter, and the limits as they stood when the call began.</summary>
internal sealed record BudgetClaim(BudgetKey Key, LLMBudgetOptions Budget)
{
    public bool IsHard => Budget.Kind == LLMBudgetKind.Hard;

    /// <summary>Whether this much is within the limits; with a limit of dollars passed first.</summary>
    public bool Holds(BudgetAmount total, out bool isInUsd)
    {
        isInUsd = total.Usd > (Budget.Usd ?? decimal.MaxValue);
        return !isInUsd && total.Tokens <= (Budget.Tokens ?? long.MaxValue);
    }
}
