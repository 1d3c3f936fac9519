using Npgsql;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

/// <summary>A database of a test's own, dropped at its end.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name = $"jobwise_{Guid.NewGuid():N}";

    private TestDatabase()
    {
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString) { Database = _name }.ConnectionString;

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await RunAsync($"create database {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync() => await RunAsync($"drop database {_name} with (force)");

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSqlServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
