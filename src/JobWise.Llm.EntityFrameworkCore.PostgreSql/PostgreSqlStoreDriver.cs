using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql;

/// <summary>A PostgreSQL database. What must not be lost is on the server's disk before it is acknowledged, whatever the server's default.</summary>
internal sealed class PostgreSqlStoreDriver(string connectionString) : IStoreDriver
{
    public string Name => "PostgreSQL";

    public string Identity { get; } = IdentityOf(new NpgsqlConnectionStringBuilder(connectionString));

    public string SessionSql => string.Empty;

    public string DurableTransactionSql => "set local synchronous_commit = on";

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(
        connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlStoreDriver).Assembly).MigrationsHistoryTable("llm_migrations"));

    public DbConnection CreateConnection() => new NpgsqlConnection(connectionString);

    private static string IdentityOf(NpgsqlConnectionStringBuilder parts) => $"postgresql:{parts.Host}:{parts.Port}/{parts.Database ?? parts.Username}/{parts.SearchPath}";
}
