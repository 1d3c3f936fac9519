using FsCheck;
using FsCheck.Fluent;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

public class MemoryBudgetStoreTests
{
    private const int Limit = 500;
    private static readonly DateOnly Start = new(2026, 11, 1);
    private readonly TwoClockTimeProvider _time = new();
    private readonly MemoryBudgetStore _store;

    public MemoryBudgetStoreTests() => _store = new MemoryBudgetStore(_time);

    [Fact]
    public async Task Everything_repeated_under_the_same_id_changes_nothing()
    {
        var id = Guid.NewGuid();

        await ReserveAsync(id, 100);
        await ReserveAsync(id, 100);
        _store.TopUp(id, 2, Tokens(50));
        _store.TopUp(id, 2, Tokens(50));
        Assert.Equal(150, (await FiguresAsync()).Reserved.Tokens);
        await _store.SettleAsync(id, Tokens(70), default);
        await _store.SettleAsync(id, Tokens(70), default);
        await _store.ReturnAsync(id);
        _store.TopUp(id, 3, Tokens(50));

        Assert.Equal(new BudgetFigures(Tokens(70), default, default), await FiguresAsync());
    }

    /// <summary>Random courses: nothing is lost or made, no hard limit is passed by calls that keep to their estimate, and in the end nothing is reserved.</summary>
    [Fact]
    public void Any_course_of_events_conserves_what_is_reserved_and_spent() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Choose(0, 4).Zip(Gen.Choose(0, 5)).Zip(Gen.Choose(0, 200)).ListOf().ToArbitrary(), steps =>
        {
            var (store, model) = (new MemoryBudgetStore(_time), new BudgetModel(Limit));
            foreach (var ((kind, who), tokens) in steps)
            {
                model.Play(store, kind, who, tokens);
                var figures = Done(store.ReadAsync(BudgetModel.Key, CancellationToken.None));
                if (figures.Spent.Tokens != model.Spent || figures.Reserved.Tokens != model.Reserved || model.Spent + model.Reserved > Limit)
                {
                    return false;
                }
            }

            model.SettleAll(store);
            return Done(store.ReadAsync(BudgetModel.Key, CancellationToken.None)) == new BudgetFigures(Tokens(model.Spent), default, default);
        }));

    [Fact]
    public async Task Counters_of_periods_long_over_are_forgotten_and_no_others()
    {
        for (var user = 0; user < 1024; user++)
        {
            await SpendAsync(new BudgetKey("b", $"{user}", Start));
        }

        _time.Advance(TimeSpan.FromDays(32) + TimeSpan.FromTicks(1));
        await SpendAsync(new BudgetKey("b", "0", Start.AddMonths(1)));

        Assert.Equal(1, _store.Count);
    }

    [Fact]
    public async Task Counters_survive_a_wall_clock_that_is_set_far_ahead()
    {
        for (var user = 0; user < 1024; user++)
        {
            await SpendAsync(new BudgetKey("b", $"{user}", Start));
        }

        _time.StepWallClock(TimeSpan.FromDays(4000));
        await SpendAsync(new BudgetKey("b", "0", Start.AddYears(10)));

        Assert.Equal(1025, _store.Count);
    }

    internal static T Done<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.GetAwaiter().GetResult();
    }

    private static BudgetAmount Tokens(long tokens) => new(0, tokens);

    private static BudgetClaim[] Claims(BudgetKey key) => [new BudgetClaim(key, new LLMBudgetOptions { Name = "b", Tokens = Limit })];

    private async Task ReserveAsync(Guid id, long tokens) =>
        Assert.Null(await _store.ReserveAsync(id, Claims(BudgetModel.Key), Tokens(tokens), CancellationToken.None));

    private async Task<BudgetFigures> FiguresAsync() => await _store.ReadAsync(BudgetModel.Key, CancellationToken.None);

    private async Task SpendAsync(BudgetKey key)
    {
        var id = Guid.NewGuid();
        await _store.ReserveAsync(id, Claims(key), Tokens(1), CancellationToken.None);
        await _store.SettleAsync(id, Tokens(1), default);
    }
}
