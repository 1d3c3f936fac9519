using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

public class RetryBudgetTests
{
    private readonly TwoClockTimeProvider _time = new();
    private readonly LLMRetryOptions _options = new();

    [Theory]
    [InlineData(0, 3)]
    [InlineData(30, 3)]
    [InlineData(1000, 100)]
    public void TryTake_allows_a_tenth_of_the_calls_and_never_fewer_than_three(int calls, int retries)
    {
        var budget = CreateBudget(calls);

        Assert.Equal(retries, Take(budget, 200));
    }

    [Fact]
    public void TryTake_a_minute_later_has_forgotten_calls_and_retries()
    {
        var budget = CreateBudget(calls: 1000);
        Take(budget, 100);

        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(3, Take(budget, 100));
    }

    /// <summary>As the documents say: slices of ten seconds, so that what was taken late in one is forgotten after 50 seconds, and never after 60.</summary>
    [Theory]
    [InlineData(0, 59.9, 0)]
    [InlineData(0, 60, 3)]
    [InlineData(9.9, 50, 0)]
    [InlineData(9.9, 50.1, 3)]
    public void TryTake_forgets_the_floor_after_fifty_to_sixty_seconds(double takenAt, double seconds, int left)
    {
        var budget = CreateBudget(calls: 0);
        _time.Advance(TimeSpan.FromSeconds(takenAt));
        Take(budget, 3);

        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(left, Take(budget, 10));
    }

    [Fact]
    public void TryTake_with_a_ratio_and_a_floor_of_zero_allows_none()
    {
        (_options.BudgetRatio, _options.BudgetFloor) = (0, 0);

        Assert.Equal(0, Take(CreateBudget(calls: 1000), 10));
    }

    private RetryBudget CreateBudget(int calls)
    {
        var budget = new RetryBudget(_time);
        for (var i = 0; i < calls; i++)
        {
            budget.NoteCall(_time.GetTimestamp());
        }

        return budget;
    }

    private int Take(RetryBudget budget, int times) => Enumerable.Range(0, times).Count(_ => budget.TryTake(_options));
}
