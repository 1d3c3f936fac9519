using Microsoft.Extensions.Logging;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Whether the database can be reached, as the last attempt showed, and the alarm that says so once per change. Safe for concurrent use.</summary>
internal sealed class LedgerReach(
    IStoreDriver driver, LLMLedgerOptions options, IEnumerable<ILLMLedgerListener> listeners, TimeProvider timeProvider, ILogger logger)
{
    private readonly Lock _lock = new();
    private LLMLedgerStatus _status = new();

    public LLMLedgerStatus Status => Volatile.Read(ref _status);

    public bool IsUp => Status.IsStoreReachable;

    public void Down(Exception error)
    {
        var name = StoreError.Name(error);
        if (Change(status => status.IsStoreReachable
            ? status with { IsStoreReachable = false, UnreachableSince = timeProvider.GetUtcNow(), LastError = name }
            : status with { LastError = name }))
        {
            logger.StoreDown(driver.Name, name, Consequence, options.RetryInterval.TotalSeconds);
            Tell();
        }
    }

    public void Up()
    {
        var since = Status.UnreachableSince;
        if (Change(static status => status with { IsStoreReachable = true, UnreachableSince = null }))
        {
            logger.StoreUp(driver.Name, (timeProvider.GetUtcNow() - (since ?? timeProvider.GetUtcNow())).TotalSeconds);
            Tell();
        }
    }

    public void Count(long spooled, long inMemory) => Change(status => status with { Spooled = spooled, InMemory = inMemory });

    public void CountSpooled(int more) => Change(status => status with { Spooled = status.Spooled + more });

    public void CountRefused(LedgerEntry entry, Exception error)
    {
        Change(static status => status with { Refused = status.Refused + 1 });
        logger.RecordRefused(driver.Name, entry.Row.AttemptId, StoreError.Name(error));
    }

    private string Consequence => options.Mode == LLMLedgerMode.Audit
        ? "No call is sent until it can."
        : $"Calls go on, and their records wait in {options.SpoolPath}.";

    /// <summary>Returns whether the database was lost or found by the change.</summary>
    private bool Change(Func<LLMLedgerStatus, LLMLedgerStatus> change)
    {
        lock (_lock)
        {
            var before = _status;
            Volatile.Write(ref _status, change(before));
            return before.IsStoreReachable != _status.IsStoreReachable;
        }
    }

    private void Tell()
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener.OnStatusChanged(Status);
            }
            catch (Exception error) // The user's code; the ledger goes on without it.
            {
                logger.ListenerFailed(error.GetType().Name);
            }
        }
    }
}
