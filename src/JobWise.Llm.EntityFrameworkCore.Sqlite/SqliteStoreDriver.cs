using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore.Sqlite;

/// <summary>An SQLite file in write-ahead mode, with every commit on the disk before it is acknowledged.</summary>
internal sealed class SqliteStoreDriver : IStoreDriver
{
    private const int UsualBusySeconds = 30;
    private const int ShorterBusySeconds = 5;

    private readonly string _connectionString;

    public SqliteStoreDriver(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (parts.DefaultTimeout == UsualBusySeconds)
        {
            parts.DefaultTimeout = ShorterBusySeconds; // A call must not wait half a minute for a lock that another process holds.
        }

        _connectionString = parts.ConnectionString;
        Identity = "sqlite:" + Path.GetFullPath(parts.DataSource);
    }

    public string Name => "SQLite";

    public string Identity { get; }

    public string SessionSql => "pragma journal_mode = wal; pragma synchronous = full;";

    public string DurableTransactionSql => string.Empty;

    public void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(_connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStoreDriver).Assembly).MigrationsHistoryTable("llm_migrations"));

    public DbConnection CreateConnection() => new SqliteConnection(_connectionString);
}
