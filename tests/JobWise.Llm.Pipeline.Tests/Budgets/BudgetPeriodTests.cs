namespace JobWise.Llm.Pipeline.Tests;

public class BudgetPeriodTests
{
    private static readonly LLMRequest Request = BudgetUnderTest.Request;

    [Theory]
    [InlineData(LLMBudgetPeriod.Day, 11, 24, 23, 59, 59, 11, 25)]
    [InlineData(LLMBudgetPeriod.Month, 11, 30, 23, 59, 59, 12, 1)]
    public async Task A_new_period_begins_at_midnight_in_UTC_with_nothing_spent(
        LLMBudgetPeriod period, int month, int day, int hour, int minute, int second, int nextMonth, int nextDay)
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(127, period: period));
        budget.Pipeline.Time.Advance(new DateTimeOffset(2026, month, day, hour, minute, second, TimeSpan.Zero) - budget.Pipeline.Time.GetUtcNow());
        await budget.Service.GenerateAsync(Request);

        var error = await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request));
        budget.Pipeline.Time.Advance(error.RetryAfter!.Value);
        await budget.Service.GenerateAsync(Request);

        Assert.Equal(TimeSpan.FromSeconds(1), error.RetryAfter);
        var status = await budget.StatusAsync();
        Assert.Equal((28, new DateTimeOffset(2026, nextMonth, nextDay, 0, 0, 0, TimeSpan.Zero)), (status.SpentTokens, status.StartedAt));
    }

    [Fact]
    public async Task A_call_across_midnight_is_charged_to_the_day_on_which_it_began()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000, period: LLMBudgetPeriod.Day));
        budget.Pipeline.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        var answer = new TaskCompletionSource<LLMResponse>();
        budget.Provider.Answer = (_, _) => answer.Task;
        var call = budget.Service.GenerateAsync(Request);

        budget.Pipeline.Time.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult(BudgetUnderTest.Answer(8, 20));
        await call;

        Assert.Equal((0, 0, 0), await budget.TokensAsync());
        budget.Pipeline.Time.StepWallClock(TimeSpan.FromHours(-1));
        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_forwards_and_back_frees_nothing()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(127));
        await budget.Service.GenerateAsync(Request);

        budget.Pipeline.Time.StepWallClock(TimeSpan.FromDays(400));
        await budget.Service.GenerateAsync(Request);
        budget.Pipeline.Time.StepWallClock(TimeSpan.FromDays(-400));

        await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request));
    }
}
