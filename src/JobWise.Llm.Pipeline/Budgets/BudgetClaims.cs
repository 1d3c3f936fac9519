namespace JobWise.Llm.Pipeline;

/// <summary>Finds the budgets that a call falls under.</summary>
internal static class BudgetClaims
{
    public static IReadOnlyList<BudgetClaim> Of(LLMRequest request, IList<LLMBudgetOptions> budgets, DateTimeOffset now)
    {
        List<BudgetClaim>? claims = null;
        for (var i = 0; i < budgets.Count; i++)
        {
            var budget = budgets[i];
            var value = ValueOf(request, budget);
            if (budget.Scope == LLMBudgetScope.All || IsMeant(budget, value))
            {
                (claims ??= []).Add(new BudgetClaim(KeyOf(budget, value, now), budget));
            }
        }

        return claims ?? (IReadOnlyList<BudgetClaim>)[];
    }

    public static BudgetKey KeyOf(LLMBudgetOptions budget, string? value, DateTimeOffset now) =>
        new(Fold(budget.Name), budget.Scope == LLMBudgetScope.Workflow ? Fold(value!) : value, BudgetPeriod.StartOf(budget.Period, now));

    private static bool IsMeant(LLMBudgetOptions budget, string? value) => value is not null && (budget.Value is null || string.Equals(
        budget.Value, value, budget.Scope == LLMBudgetScope.Workflow ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static string? ValueOf(LLMRequest request, LLMBudgetOptions budget) => budget.Scope switch
    {
        LLMBudgetScope.User => request.UserId,
        LLMBudgetScope.Tenant => request.Call.Tenant,
        LLMBudgetScope.Workflow => request.Workflow,
        LLMBudgetScope.Tag => request.Tags.GetValueOrDefault(budget.TagKey!),
        _ => null,
    };

#pragma warning disable CA1308 // The names are shown; upper case would shout.
    private static string Fold(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
