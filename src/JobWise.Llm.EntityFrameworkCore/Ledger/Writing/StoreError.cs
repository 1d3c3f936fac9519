using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What an error of a database says: that a record is not to its liking, or that nothing can be written now.</summary>
internal static class StoreError
{
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    /// <summary>Whether the same record would fail again though the database is well; classes 22 and 23 of the SQL standard.</summary>
    public static bool IsOfRecord(Exception error) => error switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is TooBig or Constraint or Mismatch,
        DbException { SqlState: { Length: 5 } state } => state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A short name of the error. A database's own message may quote values, so it is not told.</summary>
    public static string Name(Exception error) => error switch
    {
        SqliteException sqlite => $"SqliteException {sqlite.SqliteErrorCode}",
        DbException { SqlState: { } state } => $"{error.GetType().Name} {state}",
        { InnerException: { } inner } when error is DbException => $"{error.GetType().Name}, {inner.GetType().Name}",
        _ => error.GetType().Name,
    };
}
