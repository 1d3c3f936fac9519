using Microsoft.Extensions.Logging;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Everything the store logs. No user id, tag or text of a database's message that may hold one is a parameter.</summary>
internal static partial class Log
{
    public const string Category = "JobWise.Llm.Store";

    [LoggerMessage(1, LogLevel.Error, "The usage ledger cannot reach {Store}: {Error}. {Consequence} It is tried again every {RetrySeconds:0.###} s. If its tables are missing, call MigrateLlmStoreAsync() at the start of the program")]
    public static partial void StoreDown(this ILogger logger, string store, string error, string consequence, double retrySeconds);

    [LoggerMessage(2, LogLevel.Information, "The usage ledger reaches {Store} again after {AwaySeconds:0} s")]
    public static partial void StoreUp(this ILogger logger, string store, double awaySeconds);

    [LoggerMessage(3, LogLevel.Information, "The usage ledger has written {Count} records that had waited in the spool")]
    public static partial void SpoolReplayed(this ILogger logger, long count);

    [LoggerMessage(4, LogLevel.Critical, "The usage ledger's spool {Path} failed with {Error}: {Count} records are only in memory, and a crash would lose them")]
    public static partial void SpoolDown(this ILogger logger, string path, string error, int count);

    [LoggerMessage(5, LogLevel.Critical, "The usage ledger lost {Count} records: database and spool are both away, and memory holds no more")]
    public static partial void RecordsLost(this ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Error, "{Store} refused the record of attempt {AttemptId} with {Error}; the record is lost")]
    public static partial void RecordRefused(this ILogger logger, string store, Guid attemptId, string error);

    [LoggerMessage(7, LogLevel.Warning, "{Count} attempts of processes that have ended are unknown; what was reserved for them stays reserved until they are reconciled")]
    public static partial void AttemptsUnknown(this ILogger logger, int count);

    [LoggerMessage(8, LogLevel.Error, "A listener to the usage ledger failed with {Error}")]
    public static partial void ListenerFailed(this ILogger logger, string error);
}
