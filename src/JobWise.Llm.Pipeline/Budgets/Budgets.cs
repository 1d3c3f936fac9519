namespace JobWise.Llm.Pipeline;

/// <inheritdoc/>
internal sealed class Budgets(IBudgetStore store, CurrentSettings settings, TimeProvider timeProvider) : ILLMBudgets
{
    public async ValueTask<LLMBudgetStatus> GetStatusAsync(string budget, string? scopeValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var budgets = settings.Value.Options.Budgets;
        var found = budgets.FirstOrDefault(each => string.Equals(each.Name, budget, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no budget '{budget}'; known: {string.Join(", ", budgets.Select(each => each.Name))}.", nameof(budget));
        if (found.Scope != LLMBudgetScope.All == (scopeValue is null))
        {
            throw new ArgumentException(
                $"The budget '{found.Name}' is counted by {found.Scope}. {(scopeValue is null ? "Say of which one." : "Leave the value out.")}", nameof(scopeValue));
        }

        var key = BudgetClaims.KeyOf(found, scopeValue, timeProvider.GetUtcNow());
        return BudgetStatus.Of(found, key, await store.ReadAsync(key, cancellationToken).ConfigureAwait(false));
    }
}
