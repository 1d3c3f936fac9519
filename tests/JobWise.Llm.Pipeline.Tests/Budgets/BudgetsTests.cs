namespace JobWise.Llm.Pipeline.Tests;

public class BudgetsTests
{
    [Fact]
    public async Task GetStatusAsync_of_a_budget_that_nobody_used_is_all_zero()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(10, scope: LLMBudgetScope.User));

        var status = await budget.StatusAsync("ada", "B");

        Assert.Equal(("b", "ada", 10, 10, null), (status.Budget, status.ScopeValue, status.LimitTokens, status.LeftTokens, status.LeftUsd));
    }

    [Theory]
    [InlineData("x", null, "There is no budget 'x'; known: all, user. (Parameter 'budget')")]
    [InlineData("user", null, "The budget 'user' is counted by User. Say of which one. (Parameter 'scopeValue')")]
    [InlineData("all", "ada", "The budget 'all' is counted by All. Leave the value out. (Parameter 'scopeValue')")]
    public async Task GetStatusAsync_of_what_is_not_there_says_what_is(string name, string? value, string message)
    {
        await using var budget = BudgetUnderTest.Create(
            BudgetUnderTest.Budget(10, name: "all"), BudgetUnderTest.Budget(10, scope: LLMBudgetScope.User, name: "user"));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => budget.StatusAsync(value, name));

        Assert.Equal(message, error.Message);
    }
}
