namespace JobWise.Llm;

/// <summary>What a budget does when it is used up.</summary>
public enum LLMBudgetKind
{
    /// <summary>Refuses calls with an <see cref="LLMBudgetException"/> before anything is sent.</summary>
    Hard = 0,

    /// <summary>Says so once in its period, in the log and to every <see cref="ILLMBudgetListener"/>, and lets calls through.</summary>
    Soft = 1,
}
