namespace JobWise.Llm;

/// <summary>Hears of soft budgets that are used up. Register any number of them.</summary>
public interface ILLMBudgetListener
{
    /// <summary>A soft budget has passed its limit; said once for each period. Runs within the call that passed it, so it must be quick; what it throws is logged and dropped.</summary>
    /// <param name="status">How the budget stands.</param>
    void OnUsedUp(LLMBudgetStatus status);
}
