namespace JobWise.Llm;

/// <summary>Tells how the budgets stand. Registered by <c>AddJobWiseLlm()</c>.</summary>
public interface ILLMBudgets
{
    /// <summary>How a budget stands now; all zero when nothing was spent in its period.</summary>
    /// <param name="budget">Its name, without regard to case.</param>
    /// <param name="scopeValue">Of which user, tenant, workflow or value of the tag; null for a budget of all calls.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such budget.</exception>
    ValueTask<LLMBudgetStatus> GetStatusAsync(string budget, string? scopeValue = null, CancellationToken cancellationToken = default);
}
