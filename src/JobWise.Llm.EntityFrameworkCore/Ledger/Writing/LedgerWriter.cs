using System.Threading.Channels;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// One loop that takes all records that wait, writes them in one transaction, and only then lets those who wait go on: many callers share one
/// wait for the disk. What the database does not take goes into the waiting room.
/// </summary>
internal sealed class LedgerWriter(LedgerTable table, WaitingRoom room, LedgerReach reach, IStoreDriver driver, LLMLedgerOptions options) : IAsyncDisposable
{
    private const int MostInGroup = 256;

    private readonly Channel<LedgerEntry> _waiting = Channel.CreateUnbounded<LedgerEntry>(new UnboundedChannelOptions { SingleReader = true });
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Returns false once the ledger has ended.</summary>
    public bool TryWrite(LedgerEntry entry) => _waiting.Writer.TryWrite(entry);

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        await table.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var group = new List<LedgerEntry>(MostInGroup);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < MostInGroup && _waiting.Reader.TryRead(out var entry))
            {
                group.Add(entry);
            }

            await WriteAsync(group).ConfigureAwait(false);
            group.Clear();
        }
    }

    private async Task WriteAsync(List<LedgerEntry> group)
    {
        if (!reach.IsUp)
        {
            await SetAsideAsync(group, cause: null).ConfigureAwait(false);
            return;
        }

        if (await TryAsync(group).ConfigureAwait(false) is not { } error)
        {
            group.ForEach(static entry => entry.Acknowledge());
        }
        else if (!StoreError.IsOfRecord(error))
        {
            reach.Down(error);
            await SetAsideAsync(group, error).ConfigureAwait(false);
        }
        else if (group.Count == 1)
        {
            Refuse(group[0], error);
        }
        else
        {
            await WriteSinglyAsync(group).ConfigureAwait(false);
        }
    }

    private async Task WriteSinglyAsync(List<LedgerEntry> group)
    {
        foreach (var entry in group)
        {
            await WriteAsync([entry]).ConfigureAwait(false);
        }
    }

    private async Task<Exception?> TryAsync(List<LedgerEntry> group)
    {
        try
        {
            await table.WriteAsync(group, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) // Whatever a driver throws, those who wait must hear of it.
        {
            return error;
        }
    }

    private async Task SetAsideAsync(List<LedgerEntry> group, Exception? cause)
    {
        List<LedgerEntry> refused = options.Mode == LLMLedgerMode.Audit ? [.. group.Where(entry => entry.IsIntent)] : [];
        List<LedgerEntry> kept = refused.Count == 0 ? group : [.. group.Except(refused)];
        refused.ForEach(entry => entry.Refuse(Unavailable(cause)));
        if (kept.Count > 0)
        {
            await room.AddAsync(kept).ConfigureAwait(false);
            kept.ForEach(static entry => entry.Acknowledge());
        }
    }

    private void Refuse(LedgerEntry entry, Exception error)
    {
        reach.CountRefused(entry, error);
        if (options.Mode == LLMLedgerMode.Audit && entry.IsIntent)
        {
            entry.Refuse(Unavailable(error));
        }
        else
        {
            entry.Acknowledge();
        }
    }

    private LLMLedgerUnavailableException Unavailable(Exception? cause) => new(
        $"The usage ledger could not write to {driver.Name} ({(cause is null ? reach.Status.LastError : StoreError.Name(cause))}), and LLMLedgerOptions.Mode is Audit, so the call was not sent. Mend the database, or take LLMLedgerMode.Safe.",
        innerException: cause);
}
