namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>The statements of the ledger's writer; the same in SQLite and PostgreSQL.</summary>
internal static class LedgerSql
{
    private static readonly string[] Sums = [.. SumColumns.All.Select(column => column.Name)];

    private static readonly string Insert =
        $"insert into llm_usage ({string.Join(", ", UsageColumns.All.Select(column => column.Name))}) "
        + $"values ({string.Join(", ", UsageColumns.All.Select(column => "@" + column.Name))}) on conflict (attempt_id) ";

    /// <summary>A second intent, or one that comes after its outcome, changes nothing.</summary>
    public static string Intent { get; } = Insert + "do nothing";

    /// <summary>The first outcome counts, whether or not its intent is there.</summary>
    public static string Outcome { get; } = Insert + "do update set "
        + string.Join(", ", UsageColumns.All.Where(column => column.IsOutcome).Select(column => $"{column.Name} = excluded.{column.Name}"))
        + " where llm_usage.status in (0, 4)";

    public static IReadOnlyList<string> DailyColumns { get; } = ["day", "workflow", "instance", "vendor", "model", "status", "bucket", .. Sums];

    public static IReadOnlyList<string> TagColumns { get; } = ["day", "name", "value", "status", "bucket", .. Sums];

    public static string Daily { get; } = AddTo("llm_usage_daily", DailyColumns);

    public static string Tag { get; } = AddTo("llm_usage_tags", TagColumns);

    public static string Heartbeat { get; } =
        "insert into llm_writers (writer_id, seen_at) values (@writer_id, @seen_at) on conflict (writer_id) do update set seen_at = excluded.seen_at";

    private static string AddTo(string table, IReadOnlyList<string> columns)
    {
        var keys = columns.Except(Sums);
        return $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => "@" + column))}) "
            + $"on conflict ({string.Join(", ", keys)}) do update set {string.Join(", ", Sums.Select(sum => $"{sum} = {table}.{sum} + excluded.{sum}"))}";
    }
}
