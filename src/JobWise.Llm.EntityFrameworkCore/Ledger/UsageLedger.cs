using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The usage ledger in a database. Its loops begin at its first use.</summary>
internal sealed class UsageLedger : ILLMUsageLedger, IAsyncDisposable, IDisposable
{
    private readonly LedgerWriter _writer;
    private readonly LedgerKeeper _keeper;
    private readonly Lazy<bool> _start;
    private int _isDisposed;

    public UsageLedger(
        IStoreDriver driver,
        IOptions<LLMLedgerOptions> options,
        IEnumerable<ILLMLedgerListener> listeners,
        TimeProvider timeProvider,
        ILoggerFactory? loggerFactory = null)
    {
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
        var settings = options.Value;
        WriterId = Guid.CreateVersion7(timeProvider.GetUtcNow());
        Reach = new LedgerReach(driver, settings, listeners, timeProvider, logger);
        var spool = new LedgerSpool(settings.SpoolPath, driver.Identity);
        var room = new WaitingRoom(spool, settings, Reach, logger);
        _writer = new LedgerWriter(Table(), room, Reach, driver, settings);
        _keeper = new LedgerKeeper(Table(), room, spool, Reach, settings, WriterId, timeProvider, logger);
        _start = new(() =>
        {
            _writer.Start();
            _keeper.Start();
            return true;
        });

        LedgerTable Table() => new(driver, WriterId, settings, timeProvider);
    }

    /// <summary>Of this process in the table of writers.</summary>
    public Guid WriterId { get; }

    public LedgerReach Reach { get; }

    public ValueTask RecordIntentAsync(LLMUsageIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return new ValueTask(WriteAsync(UsageRows.Of(intent, WriterId), cancellationToken));
    }

    public ValueTask RecordOutcomeAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default) =>
        new(RecordAsync(outcome, cancellationToken));

    /// <summary>As the port says; tells too whether the outcome was news, which a spooled one is not known to be.</summary>
    public Task<bool> RecordAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Status is LLMUsageStatus.Pending or LLMUsageStatus.Unknown || !Enum.IsDefined(outcome.Status)
            ? throw new ArgumentException($"{outcome.Status} is no outcome. Take Succeeded, Failed, Cancelled or CacheHit.", nameof(outcome))
            : WriteAsync(UsageRows.Of(outcome, WriterId), cancellationToken);
    }

    /// <summary>Starts the loops; the first use does so too.</summary>
    public void Start() => _ = _start.Value;

    public Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        Start();
        return _keeper.RecoverAsync(cancellationToken);
    }

    /// <summary>A container that hands the ledger out under two types disposes of it twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync().ConfigureAwait(false);
        await _keeper.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>For containers that are not disposed of asynchronously. Nothing here needs the caller's thread.</summary>
    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();

    private Task<bool> WriteAsync(UsageRow row, CancellationToken cancellationToken)
    {
        Start();
        var entry = new LedgerEntry(row);
        ObjectDisposedException.ThrowIf(!_writer.TryWrite(entry), this);
        return entry.Done.WaitAsync(cancellationToken);
    }
}
