using System.Data.Common;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// An open connection that runs statements in durable transactions: in one go where the database can, else one by one, each prepared once. Used by one
/// caller at a time; after an error it is thrown away.
/// </summary>
internal sealed class StoreSession : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly DbConnection _connection;
    private readonly string _durableSql;

    private StoreSession(DbConnection connection, string durableSql) => (_connection, _durableSql) = (connection, durableSql);

    public static async Task<StoreSession> OpenAsync(IStoreDriver driver, CancellationToken cancellationToken)
    {
        var connection = driver.CreateConnection();
        var session = new StoreSession(connection, driver.DurableTransactionSql);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (driver.SessionSql.Length > 0)
            {
                await session.RunAsync(driver.SessionSql, transaction: null, cancellationToken).ConfigureAwait(false);
            }

            return session;
        }
        catch (Exception) // Thrown on; a connection that nobody holds would never be closed.
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<DbTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await _connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (_durableSql.Length > 0 && !_connection.CanCreateBatch)
        {
            await RunAsync(_durableSql, transaction, cancellationToken).ConfigureAwait(false);
        }

        return transaction;
    }

    /// <summary>Runs the statements in their order.</summary>
    /// <returns>How many rows each changed.</returns>
    public Task<int[]> RunAsync(IReadOnlyList<StoreStatement> statements, DbTransaction transaction, CancellationToken cancellationToken) =>
        statements.Count == 0 ? Task.FromResult<int[]>([])
        : _connection.CanCreateBatch ? RunTogetherAsync(statements, transaction, cancellationToken)
        : RunSinglyAsync(statements, transaction, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int[]> RunTogetherAsync(IReadOnlyList<StoreStatement> statements, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var batch = _connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Transaction = transaction;
            Add(batch, new StoreStatement(_durableSql));
            foreach (var statement in statements)
            {
                Add(batch, statement);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return [.. batch.BatchCommands.Skip(1).Select(command => command.RecordsAffected)];
        }
    }

    private static void Add(DbBatch batch, StoreStatement statement)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement.Sql;
        foreach (var (name, type, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }

    private async Task<int[]> RunSinglyAsync(IReadOnlyList<StoreStatement> statements, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var changed = new int[statements.Count];
        for (var i = 0; i < changed.Length; i++)
        {
            var statement = statements[i];
            var command = _prepared.TryGetValue(statement.Sql, out var known) ? known : Prepare(statement);
            command.Transaction = transaction;
            for (var j = 0; j < statement.Parameters.Length; j++)
            {
                command.Parameters[j].Value = statement.Parameters[j].Value ?? DBNull.Value;
            }

            changed[i] = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }

    private DbCommand Prepare(StoreStatement statement)
    {
        var command = _connection.CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var (name, type, _) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ("@" + name, type);
            command.Parameters.Add(parameter);
        }

        return _prepared[statement.Sql] = command; // SQLite prepares at the first run and keeps it with the command.
    }

    private async Task RunAsync(string sql, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var command = _connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            (command.CommandText, command.Transaction) = (sql, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
