using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Checks each budget, and that no two have one name.</summary>
internal sealed class BudgetOptionsValidator : IValidateOptions<LLMPipelineOptions>
{
    public ValidateOptionsResult Validate(string? name, LLMPipelineOptions options)
    {
        List<string> problems = [.. options.Budgets.SelectMany((budget, place) => FindProblems(options.Budgets, budget, place)).OfType<string>()];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string?> FindProblems(IList<LLMBudgetOptions> all, LLMBudgetOptions budget, int place)
    {
        var key = $"LLMPipelineOptions.Budgets[{place}]";
        if (string.IsNullOrWhiteSpace(budget.Name))
        {
            yield return $"{key}.Name is empty. Give the budget a name, for messages and figures.";
            yield break;
        }

        yield return all.Take(place).Any(other => string.Equals(other.Name, budget.Name, StringComparison.OrdinalIgnoreCase))
            ? $"{key}.Name is '{budget.Name}', which another budget has too. Give each its own." : null;
        yield return BudgetRules.Scope.Check(key + ".Scope", budget.Scope);
        yield return BudgetRules.Period.Check(key + ".Period", budget.Period);
        yield return BudgetRules.Kind.Check(key + ".Kind", budget.Kind);
        yield return budget.Usd is { } usd ? BudgetRules.Usd.Check(key + ".Usd", usd) : null;
        yield return budget.Tokens is { } tokens ? BudgetRules.Tokens.Check(key + ".Tokens", tokens) : null;
        yield return budget is { Usd: null, Tokens: null } ? $"The budget '{budget.Name}' has neither Usd nor Tokens. Set at least one of them." : null;
        yield return FindProblemOfScope(budget);
    }

    private static string? FindProblemOfScope(LLMBudgetOptions budget) => (budget.Scope, budget.TagKey, budget.Value) switch
    {
        (LLMBudgetScope.Tag, null or "", _) => $"The budget '{budget.Name}' is counted by tag and has no TagKey. Set it to the key of the tag.",
        (not LLMBudgetScope.Tag, not null, _) => $"The budget '{budget.Name}' has a TagKey and is counted by {budget.Scope}. Set its Scope to Tag, or remove the TagKey.",
        (LLMBudgetScope.All, _, not null) => $"The budget '{budget.Name}' has a Value and is counted over all calls. Set its Scope, or remove the Value.",
        _ => null,
    };
}
