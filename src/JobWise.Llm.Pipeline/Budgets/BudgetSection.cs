namespace JobWise.Llm.Pipeline;

/// <summary>Maps the list <c>JobWise:Llm:Budgets</c>.</summary>
internal static class BudgetSection
{
    public static void Read(SettingReader section, IList<LLMBudgetOptions> budgets)
    {
        foreach (var place in section.Keys())
        {
            var budget = new LLMBudgetOptions();
            ReadOne(section.Section(place), budget);
            budgets.Add(budget);
        }
    }

    private static void ReadOne(SettingReader section, LLMBudgetOptions budget)
    {
        budget.Name = section.Text("Name") ?? string.Empty;
        section.Read("Scope", BudgetRules.Scope, value => budget.Scope = value);
        budget.TagKey = section.Text("TagKey");
        budget.Value = section.Text("Value");
        section.Read("Period", BudgetRules.Period, value => budget.Period = value);
        section.Read("Usd", BudgetRules.Usd, value => budget.Usd = value);
        section.Read("Tokens", BudgetRules.Tokens, value => budget.Tokens = value);
        section.Read("Kind", BudgetRules.Kind, value => budget.Kind = value);
        budget.AllowUnknownCost = section.Flag("AllowUnknownCost") ?? budget.AllowUnknownCost;
        section.RefuseUnknownKeys();
    }
}
