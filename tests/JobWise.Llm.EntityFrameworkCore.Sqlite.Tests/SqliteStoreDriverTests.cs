using Microsoft.Data.Sqlite;

namespace JobWise.Llm.EntityFrameworkCore.Sqlite.Tests;

public sealed class SqliteStoreDriverTests
{
    [Fact]
    public void Identity_is_the_whole_path_so_that_two_folders_are_two_databases()
    {
        var driver = new SqliteStoreDriver("Data Source=store.db");

        Assert.Equal("sqlite:" + Path.GetFullPath("store.db"), driver.Identity);
    }

    [Theory]
    [InlineData("Data Source=store.db", 5)]
    [InlineData("Data Source=store.db;Default Timeout=2", 2)]
    public void Lock_of_another_process_is_waited_for_briefly_unless_told_otherwise(string connectionString, int expected)
    {
        using var connection = (SqliteConnection)new SqliteStoreDriver(connectionString).CreateConnection();

        Assert.Equal(expected, connection.DefaultTimeout);
    }

    [Fact]
    public async Task Session_waits_for_the_disk_at_each_commit()
    {
        var folder = Directory.CreateTempSubdirectory("jobwise-llm-");
        try
        {
            var driver = new SqliteStoreDriver($"Data Source={Path.Combine(folder.FullName, "store.db")};Pooling=False");
            await using var connection = (SqliteConnection)driver.CreateConnection();
            await connection.OpenAsync();

            await RunAsync(connection, driver.SessionSql);

            Assert.Equal("wal", await RunAsync(connection, "pragma journal_mode"));
            Assert.Equal(2L, await RunAsync(connection, "pragma synchronous"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<object?> RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
