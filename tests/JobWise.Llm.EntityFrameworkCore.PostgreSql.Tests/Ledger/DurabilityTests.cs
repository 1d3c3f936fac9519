using JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;
using Npgsql;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Ledger;

public sealed class DurabilityTests
{
    /// <summary>The test writes down, by a trigger, what holds inside the ledger's own transactions.</summary>
    [PostgreSqlFact]
    public async Task Transactions_of_the_ledger_wait_for_the_disk_whatever_the_default_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await RunAsync(database, $"alter database {name} set synchronous_commit = off");
        NpgsqlConnection.ClearAllPools();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        await RunAsync(database, """
            create table seen (setting text);
            create function note() returns trigger language plpgsql as $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$;
            create trigger note before insert on llm_usage for each row execute function note();
            """);

        await bed.Ledger.RecordIntentAsync(Some.Intent());

        Assert.Equal("off", await RunAsync(database, "select current_setting('synchronous_commit')"));
        Assert.Equal("on", await RunAsync(database, "select distinct setting from seen"));
    }

    private static async Task<object?> RunAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
