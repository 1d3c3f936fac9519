namespace JobWise.Llm;

/// <summary>When a budget is full again.</summary>
public enum LLMBudgetPeriod
{
    /// <summary>At midnight in UTC.</summary>
    Day = 0,

    /// <summary>At the beginning of the month in UTC.</summary>
    Month = 1,
}
