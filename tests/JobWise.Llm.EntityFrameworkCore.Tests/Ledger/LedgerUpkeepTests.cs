using JobWise.Llm.EntityFrameworkCore.Tests.Support;
using JobWise.Llm.TestKit;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class LedgerUpkeepTests
{
    [Fact]
    public async Task Recover_makes_what_an_ended_process_left_open_unknown()
    {
        using var file = new TestFile();
        var intent = Some.Intent(reserved: 0.05m, tag: "a");
        await using (var first = await LedgerBed.StartAsync(file))
        {
            await first.Ledger.RecordIntentAsync(intent);
        }

        await using var second = await LedgerBed.StartAsync(file);
        await second.Upkeep.RecoverAsync();

        Assert.Equivalent(intent, Assert.Single(await second.Upkeep.GetUnknownAsync()));
    }

    [Fact]
    public async Task Recover_waits_until_a_process_that_crashed_is_surely_dead()
    {
        using var file = new TestFile();
        var time = new TwoClockTimeProvider(Some.Noon);
        await using var crashed = await LedgerBed.StartAsync(file, time);
        await crashed.Ledger.RecordIntentAsync(Some.Intent());
        var later = new TwoClockTimeProvider(Some.Noon.AddSeconds(119));
        await using var second = await LedgerBed.StartAsync(file, later);

        Assert.Equal(0, await second.Upkeep.RecoverAsync());
        Assert.Empty(await second.Upkeep.GetUnknownAsync());
        later.Advance(TimeSpan.FromSeconds(2));
        await second.Upkeep.RecoverAsync();
        Assert.Single(await second.Upkeep.GetUnknownAsync());
    }

    [Fact]
    public async Task Recover_leaves_what_the_process_itself_has_under_way()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        await bed.Ledger.RecordIntentAsync(Some.Intent());

        Assert.Equal(0, await bed.Upkeep.RecoverAsync());
    }

    [Fact]
    public async Task Reconcile_settles_once()
    {
        using var file = new TestFile();
        await using (var first = await LedgerBed.StartAsync(file))
        {
            await first.Ledger.RecordIntentAsync(Some.Intent());
        }

        await using var bed = await LedgerBed.StartAsync(file);
        await bed.Upkeep.RecoverAsync();
        var intent = Assert.Single(await bed.Upkeep.GetUnknownAsync());

        Assert.True(await bed.Upkeep.ReconcileAsync(Some.Answer(intent)));
        Assert.False(await bed.Upkeep.ReconcileAsync(Some.Answer(intent)));
        Assert.Empty(await bed.Upkeep.GetUnknownAsync());
        Assert.Equal(120, Assert.Single(await bed.DailyAsync()).TotalTokens);
    }

    [Fact]
    public async Task DeleteOlderThan_keeps_later_days_open_attempts_and_totals()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent(at: Some.Noon.AddDays(-2))));
        await bed.Ledger.RecordIntentAsync(Some.Intent(at: Some.Noon.AddDays(-2), user: "open"));
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent(user: "late")));

        var deleted = await bed.Upkeep.DeleteOlderThanAsync(DateOnly.FromDateTime(Some.Noon.UtcDateTime));

        Assert.Equal(1, deleted);
        Assert.Equal(["late", "open"], (await bed.RowsAsync()).Select(row => row.UserId).Order());
        Assert.Equal(2, (await bed.DailyAsync()).Sum(day => day.Attempts));
    }

    [Fact]
    public async Task DeleteUser_takes_his_id_and_tags_off_and_keeps_the_cost()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent(user: "ada", tag: "a")));
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent(user: "bob", tag: "b")));

        var changed = await bed.Upkeep.DeleteUserAsync("ada");

        Assert.Equal(1, changed);
        await using var context = bed.Contexts.Create();
        var row = await context.Set<UsageRow>().SingleAsync(row => row.UserId != "bob" || row.UserId == null);
        Assert.Equal((null, null, 1_000_000_000L), (row.UserId, row.Tags, row.Cost));
    }
}
