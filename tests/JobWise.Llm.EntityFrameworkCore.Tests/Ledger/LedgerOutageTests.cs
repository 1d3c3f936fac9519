using JobWise.Llm.EntityFrameworkCore.Tests.Support;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

/// <summary>The database is away: its tables are not there yet, which fails like any other error that is not a record's.</summary>
public sealed class LedgerOutageTests
{
    [Fact]
    public async Task Safe_ledger_keeps_records_in_the_spool_and_writes_them_when_the_database_is_there()
    {
        using var file = new TestFile();
        var listener = new StatusLog();
        await using var bed = await LedgerBed.StartAsync(file, listener: listener, migrate: false);
        var intent = Some.Intent();

        await bed.Ledger.RecordIntentAsync(intent);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));

        Assert.Equal((false, 2L), (bed.Upkeep.GetStatus().IsStoreReachable, bed.Upkeep.GetStatus().Spooled));
        await bed.MigrateAsync();
        await bed.Upkeep.RecoverAsync();
        Assert.Equal((true, 0L), (bed.Upkeep.GetStatus().IsStoreReachable, bed.Upkeep.GetStatus().Spooled));
        Assert.Equal((int)LLMUsageStatus.Succeeded, Assert.Single(await bed.RowsAsync()).Status);
        Assert.Equal(120, Assert.Single(await bed.DailyAsync()).TotalTokens);
        Assert.Equal([false, true], listener.Seen);
    }

    [Fact]
    public async Task Spool_outlives_the_process()
    {
        using var file = new TestFile();
        var intent = Some.Intent();
        await using (var first = await LedgerBed.StartAsync(file, migrate: false))
        {
            await first.Ledger.RecordIntentAsync(intent);
            await first.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        }

        await using var second = await LedgerBed.StartAsync(file);
        await second.Upkeep.RecoverAsync();

        Assert.Equal((int)LLMUsageStatus.Succeeded, Assert.Single(await second.RowsAsync()).Status);
    }

    [Fact]
    public async Task Spool_of_another_database_is_left_alone()
    {
        using var file = new TestFile();
        using var other = new TestFile();
        await using (var first = await LedgerBed.StartAsync(file, migrate: false))
        {
            await first.Ledger.RecordIntentAsync(Some.Intent());
        }

        await using var second = await LedgerBed.StartAsync(other, configure: options => options.SpoolPath = file.Spool);
        await second.Upkeep.RecoverAsync();

        Assert.Empty(await second.RowsAsync());
    }

    [Fact]
    public async Task Audit_ledger_refuses_the_call_and_keeps_outcomes()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file, configure: options => options.Mode = LLMLedgerMode.Audit, migrate: false);
        var intent = Some.Intent();

        var error = await Assert.ThrowsAsync<LLMLedgerUnavailableException>(async () => await bed.Ledger.RecordIntentAsync(intent));
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));

        Assert.Equal(
            "The usage ledger could not write to SQLite (SqliteException 1), and LLMLedgerOptions.Mode is Audit, so the call was not sent. Mend the database, or take LLMLedgerMode.Safe.",
            error.Message);
        Assert.Equal(1, bed.Upkeep.GetStatus().Spooled);
    }

    [Fact]
    public async Task Safe_ledger_keeps_records_in_memory_when_even_the_spool_fails()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(
            file, configure: options => options.SpoolPath = Path.Combine(file.Database, "no-folder", "spool.db"), migrate: false);

        await bed.Ledger.RecordIntentAsync(Some.Intent());

        Assert.Equal((1L, 0L), (bed.Upkeep.GetStatus().InMemory, bed.Upkeep.GetStatus().Spooled));
    }

    private sealed class StatusLog : ILLMLedgerListener
    {
        public List<bool> Seen { get; } = [];

        public void OnStatusChanged(LLMLedgerStatus status) => Seen.Add(status.IsStoreReachable);
    }
}
