using System.Data;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// What the ledger does by itself in the background: says that its process lives, finds what dead processes left open, tries a database that is
/// away, and writes what waited for it.
/// </summary>
internal sealed class LedgerKeeper(
    LedgerTable table, WaitingRoom room, LedgerSpool spool, LedgerReach reach, LLMLedgerOptions options, Guid writerId, TimeProvider timeProvider, ILogger logger)
    : IAsyncDisposable
{
    private const int MostInGroup = 256;
    private const int HeartbeatsUntilDead = 4;

    // "status in (0, 4)" is the condition of the index of open attempts: without it the database would not use it.
    private const string MarkUnknown = """
        update llm_usage set status = 4 where status in (0, 4) and status = 0 and writer_id <> @writer_id
        and not exists (select 1 from llm_writers where llm_writers.writer_id = llm_usage.writer_id and llm_writers.seen_at >= @alive_since)
        """;

    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _turn = new(1);
    private Task? _loop;
    private long? _lastHeartbeat;

    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Does everything now.</summary>
    /// <returns>How many attempts became unknown.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await room.UnloadAsync(cancellationToken).ConfigureAwait(false);
            await ReplayAsync(cancellationToken).ConfigureAwait(false);
            var unknown = await TendAsync(cancellationToken).ConfigureAwait(false);
            reach.Up();
            return unknown;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_loop is not null)
        {
            await _end.CancelAsync().ConfigureAwait(false);
            await _loop.ConfigureAwait(false);
            await LeaveAsync().ConfigureAwait(false);
        }

        await table.DisposeAsync().ConfigureAwait(false);
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(options.RetryInterval, timeProvider);
        try
        {
            do
            {
                await TickAsync(_end.Token).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var status = reach.Status;
        if (status is { IsStoreReachable: true, Spooled: 0, InMemory: 0 } && !IsHeartbeatDue)
        {
            return;
        }

        try
        {
            await RecoverAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested) // Whatever a driver throws: it is tried again at the next tick.
        {
            reach.Down(error);
        }
    }

    private bool IsHeartbeatDue => _lastHeartbeat is not { } last || timeProvider.GetElapsedTime(last) >= options.DeadAfter / HeartbeatsUntilDead;

    private async Task ReplayAsync(CancellationToken cancellationToken)
    {
        long replayed = 0;
        while (await spool.ReadAsync(MostInGroup, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            await WriteAsync([.. rows.Select(row => new LedgerEntry(row.Row))], cancellationToken).ConfigureAwait(false);
            await spool.DeleteAsync(rows, cancellationToken).ConfigureAwait(false);
            replayed += rows.Count;
        }

        if (replayed > 0)
        {
            reach.Count(await spool.CountAsync(cancellationToken).ConfigureAwait(false), room.InMemory);
            logger.SpoolReplayed(replayed);
        }
    }

    /// <summary>A record that the database will never take must not keep the others waiting.</summary>
    private async Task WriteAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        try
        {
            await table.WriteAsync(entries, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (StoreError.IsOfRecord(error)) // Of any driver.
        {
            if (entries.Count == 1)
            {
                reach.CountRefused(entries[0], error);
                return;
            }

            foreach (var entry in entries)
            {
                await WriteAsync([entry], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<int> TendAsync(CancellationToken cancellationToken)
    {
        await table.HeartbeatAsync(cancellationToken).ConfigureAwait(false);
        _lastHeartbeat = timeProvider.GetTimestamp();
        var aliveSince = new StoreParameter("alive_since", DbType.Int64, (timeProvider.GetUtcNow() - options.DeadAfter).ToUnixTimeMilliseconds());
        var unknown = await table.RunAsync(
            new StoreStatement(MarkUnknown, new StoreParameter("writer_id", DbType.Guid, writerId), aliveSince), cancellationToken).ConfigureAwait(false);
        await table.RunAsync(new StoreStatement("delete from llm_writers where seen_at < @alive_since", aliveSince), cancellationToken).ConfigureAwait(false);
        if (unknown > 0)
        {
            logger.AttemptsUnknown(unknown);
        }

        return unknown;
    }

    /// <summary>The next process need not wait to know that this one has ended.</summary>
    private async Task LeaveAsync()
    {
        if (!reach.IsUp)
        {
            return;
        }

        try
        {
            using var timer = new CancellationTokenSource(options.WriteTimeout, timeProvider);
            var leave = new StoreStatement("delete from llm_writers where writer_id = @writer_id", new StoreParameter("writer_id", DbType.Guid, writerId));
            await table.RunAsync(leave, timer.Token).ConfigureAwait(false);
        }
        catch (Exception) // The process ends; it counts as dead soon, without this.
        {
        }
    }
}
