using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore.Sqlite;

/// <summary>An SQLite file in write-ahead mode, with every commit on the disk before it is acknowledged.</summary>
internal sealed class SqliteStoreDriver(string connectionString) : IStoreDriver
{
    public string Name => "SQLite";

    public string Identity { get; } = "sqlite:" + Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public string SessionSql => "pragma journal_mode = wal; pragma synchronous = full;";

    public string DurableTransactionSql => string.Empty;

    public void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStoreDriver).Assembly).MigrationsHistoryTable("llm_migrations"));

    public DbConnection CreateConnection() => new SqliteConnection(connectionString);
}
