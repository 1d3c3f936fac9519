using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

public class BudgetAlarmTests
{
    private static readonly LLMRequest Request = BudgetUnderTest.Request;

    [Fact]
    public async Task A_soft_budget_lets_calls_through_and_says_once_in_its_period_that_it_is_used_up()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(30, kind: LLMBudgetKind.Soft, scope: LLMBudgetScope.User));
        var request = Request with { UserId = "ada" };

        await budget.Service.GenerateAsync(request);
        Assert.Empty(budget.Heard.All);
        await budget.Service.GenerateAsync(request);
        await budget.Service.GenerateAsync(request);

        var heard = Assert.Single(budget.Heard.All);
        Assert.Equal(("b", "ada", 56, 0), (heard.Budget, heard.ScopeValue, heard.SpentTokens, heard.LeftTokens));
        var (level, _, text) = Assert.Single(budget.Log.Entries, entry => entry.Id.Id == 41);
        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("The soft budget b, which is counted by User, is used up: ", text, StringComparison.Ordinal);
        budget.Pipeline.Time.Advance(TimeSpan.FromDays(7));
        await budget.Service.GenerateAsync(request);
        await budget.Service.GenerateAsync(request);
        Assert.Equal(2, budget.Heard.All.Count);
    }

    [Fact]
    public async Task A_listener_that_fails_costs_nobody_the_answer()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1, kind: LLMBudgetKind.Soft));
        budget.Heard.Failure = new InvalidOperationException();

        await budget.Service.GenerateAsync(Request);

        Assert.Contains(budget.Log.Texts, text => text.StartsWith("A listener to the budget b failed with InvalidOperationException", StringComparison.Ordinal));
    }
}
