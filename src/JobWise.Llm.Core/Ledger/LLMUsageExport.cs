using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>Reports for other programs.</summary>
public static class LLMUsageExport
{
    private const string Columns =
        "key,attempts,succeeded,failed,cancelled,open,cache_hits,prompt_tokens,completion_tokens,cached_tokens,cache_write_tokens,reasoning_tokens,"
        + "total_tokens,cost_usd,unknown_costs,reserved_usd,saved_usd,median_latency_seconds,latency_95_seconds,tokens_per_second,error_rate";

    /// <summary>
    /// The groups and the total, which has the key <c>total</c> and comes last, as comma-separated values with a header (RFC 4180). What a
    /// spreadsheet would run as a formula gets an apostrophe before it: keys may come from your users.
    /// </summary>
    /// <param name="report">From <see cref="ILLMUsageReports.GetReportAsync"/>.</param>
    public static string ToCsv(this LLMUsageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(Columns).Append("\r\n");
        foreach (var group in report.Groups)
        {
            Append(text, group.Key, group.Totals);
        }

        Append(text, "total", report.Total);
        return text.ToString();
    }

    /// <summary>The whole report, durations as <c>hh:mm:ss.fffffff</c> and enumerations by name.</summary>
    /// <param name="report">From <see cref="ILLMUsageReports.GetReportAsync"/>.</param>
    public static string ToJson(this LLMUsageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, UsageJsonContext.Default.LLMUsageReport);
    }

    private static void Append(StringBuilder text, string key, LLMUsageTotals totals) => text.Append(Cell(key)).Append(',').AppendJoin(
        ',',
        new object?[]
        {
            totals.Attempts, totals.Succeeded, totals.Failed, totals.Cancelled, totals.Open, totals.CacheHits, totals.PromptTokens, totals.CompletionTokens,
            totals.CachedTokens, totals.CacheWriteTokens, totals.ReasoningTokens, totals.TotalTokens, totals.CostUsd, totals.UnknownCosts, totals.ReservedUsd,
            totals.SavedUsd, totals.MedianLatency?.TotalSeconds, totals.Latency95?.TotalSeconds, totals.TokensPerSecond, totals.ErrorRate,
        }.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))).Append("\r\n");

    private static string Cell(string key)
    {
        var safe = key.Length > 0 && "=+-@\t\r".Contains(key[0], StringComparison.Ordinal) ? "'" + key : key;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
