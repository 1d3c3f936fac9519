using Microsoft.Extensions.Logging;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Where records wait while the database is away: in the spool, and where that fails too, in memory up to a bound.</summary>
internal sealed class WaitingRoom(LedgerSpool spool, LLMLedgerOptions options, LedgerReach reach, ILogger logger)
{
    private const int MostInMemory = 10_000;

    private readonly Lock _lock = new();
    private readonly List<LedgerEntry> _memory = [];

    public int InMemory
    {
        get
        {
            lock (_lock)
            {
                return _memory.Count;
            }
        }
    }

    /// <summary>Keeps the records, as safely as can be. Never throws.</summary>
    public async Task AddAsync(IReadOnlyList<LedgerEntry> entries)
    {
        try
        {
            await spool.AppendAsync(entries).ConfigureAwait(false);
            reach.CountSpooled(entries.Count);
        }
        catch (Exception error) // A full or broken disk must not end calls that the user pays for; the alarm says what it means.
        {
            Remember(entries, error);
        }
    }

    /// <summary>Moves what is in memory into the spool, if that works again.</summary>
    public async Task UnloadAsync(CancellationToken cancellationToken)
    {
        LedgerEntry[] entries;
        lock (_lock)
        {
            entries = [.. _memory];
        }

        if (entries.Length > 0)
        {
            await spool.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _memory.RemoveRange(0, entries.Length);
            }
        }

        reach.Count(await spool.CountAsync(cancellationToken).ConfigureAwait(false), InMemory);
    }

    private void Remember(IReadOnlyList<LedgerEntry> entries, Exception error)
    {
        int kept;
        lock (_lock)
        {
            kept = Math.Min(entries.Count, MostInMemory - _memory.Count);
            _memory.AddRange(entries.Take(kept));
        }

        logger.SpoolDown(options.SpoolPath, StoreError.Name(error), kept);
        if (kept < entries.Count)
        {
            logger.RecordsLost(entries.Count - kept);
        }

        reach.Count(reach.Status.Spooled, InMemory);
    }
}
