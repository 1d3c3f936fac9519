using System.Data;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// What newly ended attempts add to the totals by day and by tag. The statements come in one order everywhere, so that two processes that add
/// to the same totals wait for each other and never block each other.
/// </summary>
internal sealed class RollUp
{
    private readonly SortedDictionary<string, DailyRow> _daily = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TagRow> _tags = new(StringComparer.Ordinal);

    public void Add(UsageRow row)
    {
        var (workflow, model) = (row.Workflow ?? string.Empty, row.ModelServed ?? row.ModelRequested ?? string.Empty);
        var bucket = row.Bucket ?? LatencyBucket.None;
        var key = string.Join('\0', row.Day, workflow, row.Instance, row.Vendor, model, row.Status, bucket);
        if (!_daily.TryGetValue(key, out var daily))
        {
            _daily[key] = daily = new DailyRow
            {
                Day = row.Day,
                Workflow = workflow,
                Instance = row.Instance,
                Vendor = row.Vendor,
                Model = model,
                Status = row.Status,
                Bucket = bucket,
            };
        }

        Add(daily, row);
        foreach (var (name, value) in TagText.Read(row.Tags))
        {
            var tagKey = string.Join('\0', name, row.Day, value, row.Status, bucket);
            if (!_tags.TryGetValue(tagKey, out var tag))
            {
                _tags[tagKey] = tag = new TagRow { Day = row.Day, Name = name, Value = value, Status = row.Status, Bucket = bucket };
            }

            Add(tag, row);
        }
    }

    public IReadOnlyList<StoreStatement> Statements() => [.. _daily.Values.Select(Statement), .. _tags.Values.Select(Statement)];

    private static void Add(UsageSums sums, UsageRow row)
    {
        sums.Attempts++;
        sums.Cost += row.Cost ?? 0;
        sums.UnknownCosts += row.Cost is null ? 1 : 0;
        sums.Saved += row.Saved ?? 0;
        sums.Duration += row.Duration ?? 0;
        if (row.IsCacheHit)
        {
            return; // Its tokens were counted when they were used.
        }

        sums.PromptTokens += row.PromptTokens ?? 0;
        sums.CompletionTokens += row.CompletionTokens ?? 0;
        sums.CachedTokens += row.CachedTokens ?? 0;
        sums.CacheWriteTokens += row.CacheWriteTokens ?? 0;
        sums.ReasoningTokens += row.ReasoningTokens ?? 0;
        sums.TotalTokens += row.TotalTokens ?? 0;
    }

    private static StoreStatement Statement(DailyRow row) => new(
        LedgerSql.Daily,
        [
            Number("day", row.Day), Text("workflow", row.Workflow), Text("instance", row.Instance), Text("vendor", row.Vendor), Text("model", row.Model),
            Number("status", row.Status), Number("bucket", row.Bucket), .. Sums(row),
        ]);

    private static StoreStatement Statement(TagRow row) => new(
        LedgerSql.Tag,
        [
            Number("day", row.Day), Text("name", row.Name), Text("value", row.Value), Number("status", row.Status), Number("bucket", row.Bucket), .. Sums(row),
        ]);

    private static IEnumerable<StoreParameter> Sums(UsageSums sums) =>
        SumColumns.All.Select(column => new StoreParameter(column.Name, DbType.Int64, column.Read(sums)));

    private static StoreParameter Number(string name, int value) => new(name, DbType.Int32, value);

    private static StoreParameter Text(string name, string value) => new(name, DbType.String, value);
}
