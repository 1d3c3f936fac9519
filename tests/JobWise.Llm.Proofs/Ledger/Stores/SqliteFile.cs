using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace JobWise.Llm.Proofs.Ledger.Stores;

/// <summary>An SQLite file in a folder of its own.</summary>
internal sealed class SqliteFile : ILedgerStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobwise-ledger-");

    public string Name => LedgerPrograms.Sqlite;

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "store.db")}";

    public string Spool => Path.Combine(_folder.FullName, "spool.db");

    public bool HasServer => false;

    public DbConnection Connect() => new SqliteConnection(ConnectionString);

    public Task CrashServerAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        return await command.ExecuteScalarAsync(cancellationToken) is "ok" ? "" : "SQLite says that its file is damaged.";
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
