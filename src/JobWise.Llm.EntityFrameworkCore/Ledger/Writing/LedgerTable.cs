using System.Data;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// Writes groups of records to the database, each group in one transaction with what it adds to the totals. Used by one caller at a time; keeps
/// its connection.
/// </summary>
internal sealed class LedgerTable(IStoreDriver driver, Guid writerId, LLMLedgerOptions options, TimeProvider timeProvider) : IAsyncDisposable
{
    private StoreSession? _session;

    /// <summary>Writes all or nothing; each record is marked with whether it was news.</summary>
    /// <exception cref="Exception">Of the driver. What was written without an answer may be written again: it will not be news.</exception>
    public Task WriteAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        LedgerEntry[] sorted = [.. entries.OrderBy(entry => entry.Row.AttemptId)];
        return RunAsync((session, token) => WriteAsync(session, sorted, token), cancellationToken);
    }

    /// <summary>Runs a statement of the upkeep.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> RunAsync(StoreStatement statement, CancellationToken cancellationToken) =>
        RunAsync((session, token) => RunAsync(session, statement, token), cancellationToken);

    /// <summary>Says that the process lives.</summary>
    public Task HeartbeatAsync(CancellationToken cancellationToken) => RunAsync(Heartbeat(), cancellationToken);

    public ValueTask DisposeAsync() => new(CloseAsync());

    /// <summary>
    /// Does some work in time. A connection that was open may have been closed by the server long ago, so the work is tried once more on a new one.
    /// </summary>
    private async Task<int> RunAsync(Func<StoreSession, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.WriteTimeout, timeProvider);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            if (_session is not null && await TryAsync(work, source.Token).ConfigureAwait(false) is { } changed)
            {
                return changed;
            }

            return await work(await SessionAsync(source.Token).ConfigureAwait(false), source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (timer.IsCancellationRequested)
        {
            await CloseAsync().ConfigureAwait(false);
            throw new TimeoutException($"{driver.Name} did not take a record within {options.WriteTimeout.TotalSeconds:0.###} s.", error);
        }
        catch (Exception) // Thrown on; after any error the connection is of no more use.
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<int?> TryAsync(Func<StoreSession, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(_session!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!StoreError.IsOfRecord(error) && !cancellationToken.IsCancellationRequested) // Of any driver; a new connection may do better.
        {
            await CloseAsync().ConfigureAwait(false);
            return null;
        }
    }

    private static async Task<int> WriteAsync(StoreSession session, LedgerEntry[] entries, CancellationToken cancellationToken)
    {
        var transaction = await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var changed = await session.RunAsync([.. entries.Select(Statement)], transaction, cancellationToken).ConfigureAwait(false);
            var rollUp = new RollUp();
            for (var i = 0; i < changed.Length; i++)
            {
                entries[i].IsNew = changed[i] > 0;
                if (entries[i] is { IsNew: true, IsIntent: false })
                {
                    rollUp.Add(entries[i].Row);
                }
            }

            await session.RunAsync(rollUp.Statements(), transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return changed.Sum();
        }
    }

    /// <summary>A process says that it lives before it writes its first intent, or another would take that for a dead one's.</summary>
    private async Task<StoreSession> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is null)
        {
            _session = await StoreSession.OpenAsync(driver, cancellationToken).ConfigureAwait(false);
            await RunAsync(_session, Heartbeat(), cancellationToken).ConfigureAwait(false);
        }

        return _session;
    }

    private static async Task<int> RunAsync(StoreSession session, StoreStatement statement, CancellationToken cancellationToken)
    {
        var transaction = await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var changed = await session.RunAsync([statement], transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return changed[0];
        }
    }

    private StoreStatement Heartbeat() => new(
        LedgerSql.Heartbeat,
        new StoreParameter("writer_id", DbType.Guid, writerId),
        new StoreParameter("seen_at", DbType.Int64, timeProvider.GetUtcNow().ToUnixTimeMilliseconds()));

    private static StoreStatement Statement(LedgerEntry entry)
    {
        var parameters = new StoreParameter[UsageColumns.All.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            var column = UsageColumns.All[i];
            parameters[i] = new StoreParameter(column.Name, column.Type, column.Read(entry.Row));
        }

        return new StoreStatement(entry.IsIntent ? LedgerSql.Intent : LedgerSql.Outcome, parameters);
    }

    private async Task CloseAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }
}
