using JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;
using Npgsql;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Ledger;

public sealed class UsageLedgerTests
{
    [PostgreSqlFact]
    public async Task Records_are_written_and_counted_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        var intent = Some.Intent(user: "a\0b");

        await bed.Ledger.RecordIntentAsync(intent);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        await bed.Ledger.RecordIntentAsync(intent);

        var row = Assert.Single(await bed.RowsAsync());
        Assert.Equal(((int)LLMUsageStatus.Succeeded, 120L, "a\ufffdb"), (row.Status, row.TotalTokens, row.UserId));
        Assert.Equal(120, Assert.Single(await bed.DailyAsync()).TotalTokens);
    }

    [PostgreSqlFact]
    public async Task Several_programs_on_one_database_lose_and_double_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await PostgreSqlBed.StartAsync(database);
        await using var second = await PostgreSqlBed.StartAsync(database);
        var intents = Enumerable.Range(0, 400).Select(_ => Some.Intent()).ToList();

        await Task.WhenAll(intents.Select(async (intent, index) =>
        {
            await (index % 2 == 0 ? first : second).Ledger.RecordIntentAsync(intent);
            await Task.WhenAll(first.Ledger.RecordOutcomeAsync(Some.Answer(intent)).AsTask(), second.Ledger.RecordOutcomeAsync(Some.Answer(intent)).AsTask());
        }));

        Assert.Equal(intents.Count, (await first.RowsAsync()).Count);
        Assert.Equal(400L * 120, (await first.DailyAsync()).Sum(day => day.TotalTokens));
    }

    [PostgreSqlFact]
    public async Task Connections_that_the_server_ends_lose_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        var intent = Some.Intent();
        await bed.Ledger.RecordIntentAsync(intent);

        await using (var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString))
        {
            await connection.OpenAsync();
            var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
            await using var command = new NpgsqlCommand($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
            await command.ExecuteNonQueryAsync();
        }

        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        await bed.Upkeep.RecoverAsync();

        Assert.Equal((true, 0L), (bed.Upkeep.GetStatus().IsStoreReachable, bed.Upkeep.GetStatus().Spooled));
        NpgsqlConnection.ClearAllPools();
        Assert.Equal((int)LLMUsageStatus.Succeeded, Assert.Single(await bed.RowsAsync()).Status);
    }

    [PostgreSqlFact]
    public async Task Database_that_is_not_reachable_fills_the_spool_and_ends_no_call()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        var intent = Some.Intent();
        await SetReachableAsync(database, isReachable: false);

        await bed.Ledger.RecordIntentAsync(intent);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));

        Assert.False(bed.Upkeep.GetStatus().IsStoreReachable);
        await SetReachableAsync(database, isReachable: true);
        await bed.Upkeep.RecoverAsync();
        Assert.True(bed.Upkeep.GetStatus().IsStoreReachable);
        Assert.Equal((int)LLMUsageStatus.Succeeded, Assert.Single(await bed.RowsAsync()).Status);
    }

    private static async Task SetReachableAsync(TestDatabase database, bool isReachable)
    {
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using var allow = new NpgsqlCommand($"alter database {name} allow_connections {isReachable}", connection);
        await allow.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
        await end.ExecuteNonQueryAsync();
    }
}
