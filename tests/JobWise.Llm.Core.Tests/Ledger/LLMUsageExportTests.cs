using System.Text.Json;

namespace JobWise.Llm.Core.Tests.Ledger;

public sealed class LLMUsageExportTests
{
    private static readonly LLMUsageTotals Totals = new()
    {
        Attempts = 3,
        Succeeded = 1,
        Failed = 1,
        Cancelled = 1,
        TotalTokens = 120,
        CostUsd = 0.5m,
        MedianLatency = TimeSpan.FromSeconds(1.5),
    };

    [Fact]
    public void ToCsv_has_a_header_the_groups_and_the_total()
    {
        var lines = Report("groq").ToCsv().Split("\r\n");

        Assert.StartsWith("key,attempts,succeeded,failed,cancelled,open,cache_hits,", lines[0], StringComparison.Ordinal);
        Assert.Equal("groq,3,1,1,1,0,0,0,0,0,0,0,120,0.5,0,0,0,1.5,,,0.5", lines[1]);
        Assert.StartsWith("total,3,", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@a,b", "\"'@a,b\"")]
    public void ToCsv_keeps_every_key_in_its_cell_and_runs_none(string key, string expected)
    {
        var csv = Report(key).ToCsv();

        Assert.Contains($"\r\n{expected},3,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_names_everything()
    {
        using var json = JsonDocument.Parse(Report("groq").ToJson());

        Assert.Equal("2026-11-25", json.RootElement.GetProperty("query").GetProperty("from").GetString());
        Assert.Equal("Instance", json.RootElement.GetProperty("query").GetProperty("group_by").GetString());
        Assert.Equal(120, json.RootElement.GetProperty("groups")[0].GetProperty("totals").GetProperty("total_tokens").GetInt32());
        Assert.Equal("00:00:01.5000000", json.RootElement.GetProperty("total").GetProperty("median_latency").GetString());
    }

    private static LLMUsageReport Report(string key) => new()
    {
        Query = new LLMUsageQuery { From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 11, 25), GroupBy = LLMUsageGrouping.Instance },
        Total = Totals,
        Groups = [new LLMUsageGroup { Key = key, Totals = Totals }],
    };
}
