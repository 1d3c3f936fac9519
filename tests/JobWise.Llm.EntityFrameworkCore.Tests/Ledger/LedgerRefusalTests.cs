using JobWise.Llm.EntityFrameworkCore.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

/// <summary>The database is there but will not have one record, which a trigger stands for.</summary>
public sealed class LedgerRefusalTests
{
    [Fact]
    public async Task Record_that_is_refused_holds_back_no_other()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        var outcomes = Enumerable.Range(0, 50).Select(index => Some.Answer(Some.Intent(user: index == 20 ? "refused" : "ada")));

        await Task.WhenAll(outcomes.Select(outcome => bed.Ledger.RecordOutcomeAsync(outcome).AsTask()));

        Assert.Equal((true, 1L, 0L), bed.Upkeep.GetStatus() is var status ? (status.IsStoreReachable, status.Refused, status.Spooled) : default);
        Assert.Equal(49, (await bed.RowsAsync()).Count);
    }

    [Fact]
    public async Task Intent_that_is_refused_ends_the_call_of_an_audit_ledger()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file, LLMLedgerMode.Audit);

        await Assert.ThrowsAsync<LLMLedgerUnavailableException>(async () => await bed.Ledger.RecordIntentAsync(Some.Intent(user: "refused")));
        await bed.Ledger.RecordIntentAsync(Some.Intent());

        Assert.Equal("ada", Assert.Single(await bed.RowsAsync()).UserId);
    }

    [Fact]
    public async Task Record_that_is_refused_out_of_the_spool_leaves_it()
    {
        using var file = new TestFile();
        await using (var away = await LedgerBed.StartAsync(file, migrate: false))
        {
            await away.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent(user: "refused")));
            await away.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent()));
        }

        await using var bed = await CreateAsync(file, isStarted: false);
        await bed.Upkeep.RecoverAsync();

        Assert.Equal((1L, 0L), (bed.Upkeep.GetStatus().Refused, bed.Upkeep.GetStatus().Spooled));
        Assert.Equal("ada", Assert.Single(await bed.RowsAsync()).UserId);
    }

    private static async Task<LedgerBed> CreateAsync(TestFile file, LLMLedgerMode mode = LLMLedgerMode.Safe, bool isStarted = true)
    {
        var bed = await LedgerBed.StartAsync(file, configure: options => options.Mode = mode, migrate: isStarted);
        await using var context = bed.Contexts.Create();
        await context.Database.MigrateAsync();
        await context.Database.ExecuteSqlRawAsync(
            "create trigger refusal before insert on llm_usage when new.user_id = 'refused' begin select raise(abort, 'refused'); end");
        return bed;
    }
}
