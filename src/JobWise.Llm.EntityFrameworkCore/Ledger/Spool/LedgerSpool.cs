using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// A local SQLite file in which records wait while the database is away, each on the disk before it is acknowledged. Several processes may use one file. What
/// waits for one database is never written to another. The file is made when it is first needed. Safe for concurrent use.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="store">Which database the records are for; see <see cref="IStoreDriver.Identity"/>.</param>
internal sealed class LedgerSpool(string path, string store)
{
    private const string Session = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;";
    private const string Schema = "create table if not exists spool (id integer primary key autoincrement, store text not null, record text not null)";

    public async Task AppendAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = connection.BeginTransaction();
            await using (transaction.ConfigureAwait(false))
            {
                await InsertAsync(connection, transaction, entries, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The oldest records.</summary>
    public async Task<IReadOnlyList<SpooledRow>> ReadAsync(int most, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = Command(connection, "select id, record from spool where store = $store order by id limit $most", ("$store", store), ("$most", most));
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<SpooledRow>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(new SpooledRow(reader.GetInt64(0), JsonSerializer.Deserialize(reader.GetString(1), LedgerJsonContext.Default.UsageRow)!));
                }

                return rows;
            }
        }
    }

    /// <summary>Takes records out that have reached the database.</summary>
    public async Task DeleteAsync(IReadOnlyList<SpooledRow> rows, CancellationToken cancellationToken = default)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = Command(
                connection,
                "delete from spool where id in (select value from json_each($ids))",
                ("$ids", $"[{string.Join(',', rows.Select(row => row.Id))}]"));
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = Command(connection, "select count(*) from spool where store = $store", ("$store", store));
            return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    private async Task InsertAsync(
        SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        using var command = Command(connection, "insert into spool (store, record) values ($store, $record)", ("$store", store), ("$record", string.Empty));
        command.Transaction = transaction;
        foreach (var entry in entries)
        {
            command.Parameters[1].Value = JsonSerializer.Serialize(entry.Row, LedgerJsonContext.Default.UsageRow);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var session = Command(connection, Session + Schema);
            await session.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception) // Thrown on; a connection that nobody holds would never be closed.
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
