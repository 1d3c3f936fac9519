using JobWise.Llm.EntityFrameworkCore.Tests.Support;
using JobWise.Llm.TestKit;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class UsageReportsTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Some.Noon.UtcDateTime);

    [Fact]
    public async Task GetUserUsage_adds_up_the_days_and_the_workflows_of_one_user()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await RecordAsync(bed, Some.Answer(Some.Intent(workflow: "profile_enhancement"), prompt: 50, completion: 0, cost: 0.02m));
        await RecordAsync(bed, Some.Answer(Some.Intent(at: Some.Noon.AddDays(-29)), prompt: 75, completion: 0, cost: 0.1m));
        await RecordAsync(bed, Some.Answer(Some.Intent(at: Some.Noon.AddDays(-30)), prompt: 1_000, completion: 0));
        await RecordAsync(bed, Some.Answer(Some.Intent(user: "bob"), prompt: 1_000, completion: 0));
        await RecordAsync(bed, Some.Hit(Some.Intent()));

        var usage = await bed.Reports.GetUserUsageAsync("ada");

        Assert.Equal(("ada", 30, 125L, 0.12m, 0L), (usage.UserId, usage.Days, usage.TotalTokens, usage.TotalCostUsd, usage.UnknownCosts));
        Assert.Equal(new Dictionary<string, long> { ["profile_enhancement"] = 50, ["cover_letter_generation"] = 75 }, usage.Workflows);
    }

    [Fact]
    public async Task GetReport_counts_each_status_and_what_it_cost()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await RecordAsync(bed, Some.Answer(Some.Intent(), prompt: 100, completion: 30, cost: 0.5m, seconds: 2));
        await RecordAsync(bed, Some.Answer(Some.Intent(), prompt: 100, completion: 30, cost: null, seconds: 1));
        await RecordAsync(bed, Some.Failure(Some.Intent()));
        await RecordAsync(bed, Some.Failure(Some.Intent()) with { Status = LLMUsageStatus.Cancelled });
        await RecordAsync(bed, Some.Hit(Some.Intent(), saved: 0.25m));
        await bed.Ledger.RecordIntentAsync(Some.Intent(reserved: 0.125m));

        var total = (await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.None))).Total;

        Assert.Equal((5L, 2L, 1L, 1L, 1L, 1L), (total.Attempts, total.Succeeded, total.Failed, total.Cancelled, total.Open, total.CacheHits));
        Assert.Equal((200L, 60L, 260L, 0.5m, 1L), (total.PromptTokens, total.CompletionTokens, total.TotalTokens, total.CostUsd, total.UnknownCosts));
        Assert.Equal((0.125m, 0.25m, 20d), (total.ReservedUsd, total.SavedUsd, total.TokensPerSecond));
        Assert.Equal(1 / 3d, total.ErrorRate);
    }

    [Theory]
    [InlineData(LLMUsageGrouping.Day, "2026-11-24:1,2026-11-25:3")]
    [InlineData(LLMUsageGrouping.Workflow, ":1,cover_letter_generation:3")]
    [InlineData(LLMUsageGrouping.Instance, "groq:4")]
    [InlineData(LLMUsageGrouping.Provider, "groq:4")]
    [InlineData(LLMUsageGrouping.Model, "openai/gpt-oss-20b:4")]
    [InlineData(LLMUsageGrouping.Status, "Failed:1,Pending:1,Succeeded:2")]
    [InlineData(LLMUsageGrouping.User, "ada:3,bob:1")]
    [InlineData(LLMUsageGrouping.Tenant, ":3,acme:1")]
    public async Task GetReport_groups_by(LLMUsageGrouping grouping, string expected)
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await FillAsync(bed);

        var report = await bed.Reports.GetReportAsync(Query(grouping));

        Assert.Equal(expected, string.Join(',', report.Groups.Select(group => $"{group.Key}:{group.Totals.Attempts}")));
        Assert.Equal(4, report.Total.Attempts);
    }

    [Fact]
    public async Task GetReport_by_tag_knows_the_value_of_the_tag()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await FillAsync(bed);

        var report = await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.Tag) with { Tag = "team" });

        Assert.Equal(["red:1"], report.Groups.Select(group => $"{group.Key}:{group.Totals.Attempts}"));
    }

    [Fact]
    public async Task GetReport_filters_by_user_tenant_and_workflow()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await FillAsync(bed);

        Assert.Equal(1, (await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.None) with { UserId = "bob" })).Total.Attempts);
        Assert.Equal(1, (await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.None) with { Tenant = "acme" })).Total.Attempts);
        Assert.Equal(3, (await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.None) with { Workflow = "cover_letter_generation" })).Total.Attempts);
    }

    [Fact]
    public async Task GetReport_tells_percentiles_within_nine_percent()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        for (var i = 1; i <= 100; i++)
        {
            await RecordAsync(bed, Some.Answer(Some.Intent(), seconds: i / 10d));
        }

        var total = (await bed.Reports.GetReportAsync(Query(LLMUsageGrouping.None))).Total;

        Assert.InRange(total.MedianLatency!.Value.TotalSeconds, 5 / 1.09, 5 * 1.09);
        Assert.InRange(total.Latency95!.Value.TotalSeconds, 9.5 / 1.09, 9.5 * 1.09);
    }

    [Theory]
    [InlineData(LLMUsageGrouping.Tag, null, null, "GroupBy is Tag and Tag is null; name the tag.")]
    [InlineData(LLMUsageGrouping.Day, "team", null, "Tag is set and GroupBy is Day; group by Tag, or leave Tag null.")]
    [InlineData(LLMUsageGrouping.Tag, "team", "ada", "The totals by tag know no user, tenant or workflow; leave those filters null.")]
    [InlineData((LLMUsageGrouping)77, null, null, "GroupBy is 77, which is no grouping.")]
    public async Task GetReport_refuses_what_it_cannot_answer(LLMUsageGrouping grouping, string? tag, string? user, string expected)
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => bed.Reports.GetReportAsync(Query(grouping) with { Tag = tag, UserId = user }));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReport_refuses_days_in_the_wrong_order_and_too_many()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);

        var order = await Assert.ThrowsAsync<ArgumentException>(() => bed.Reports.GetReportAsync(new LLMUsageQuery { From = Today, To = Today.AddDays(-1) }));
        var many = await Assert.ThrowsAsync<ArgumentException>(() => bed.Reports.GetReportAsync(new LLMUsageQuery { From = Today.AddYears(-20), To = Today }));

        Assert.StartsWith("From is 2026-11-25 and To is 2026-11-24; To must not be earlier.", order.Message, StringComparison.Ordinal);
        Assert.StartsWith("From 2006-11-25 to 2026-11-25 are more than 3660 days; ask for fewer.", many.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_read_through_an_index_or_the_totals()
    {
        using var file = new TestFile();
        await using var bed = await CreateAsync(file);
        await using var context = bed.Contexts.Create();

        Assert.Contains("ix_llm_usage_user (user_id=? AND day>? AND day<?)", await PlanAsync(context, UsageReports.Ended(context, Query(LLMUsageGrouping.Workflow) with { UserId = "ada" })), StringComparison.Ordinal);
        Assert.Contains("ix_llm_usage_tenant (tenant=? AND day>? AND day<?)", await PlanAsync(context, UsageReports.Ended(context, Query(LLMUsageGrouping.Model) with { Tenant = "acme" })), StringComparison.Ordinal);
        Assert.Contains("SEARCH l USING INDEX sqlite_autoindex_llm_usage_daily_1 (day>? AND day<?)", await PlanAsync(context, UsageReports.Ended(context, Query(LLMUsageGrouping.Model))), StringComparison.Ordinal);
        Assert.Contains("(name=? AND day>? AND day<?)", await PlanAsync(context, UsageReports.Ended(context, Query(LLMUsageGrouping.Tag) with { Tag = "team" })), StringComparison.Ordinal);
        Assert.Contains("ix_llm_usage_open", await PlanAsync(context, UsageReports.Open(context, Query(LLMUsageGrouping.Model))), StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(LLMStoreContext context, IQueryable<UsageSlice> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "explain query plan " + command.CommandText;
        await context.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return string.Join('\n', plan);
    }

    private static LLMUsageQuery Query(LLMUsageGrouping grouping) => new() { From = Today.AddDays(-1), To = Today, GroupBy = grouping };

    private static Task<LedgerBed> CreateAsync(TestFile file) => LedgerBed.StartAsync(file, new TwoClockTimeProvider(Some.Noon));

    private static async Task FillAsync(LedgerBed bed)
    {
        await RecordAsync(bed, Some.Answer(Some.Intent(tag: "red")));
        await RecordAsync(bed, Some.Answer(Some.Intent(at: Some.Noon.AddDays(-1), tenant: "acme")));
        await RecordAsync(bed, Some.Failure(Some.Intent(user: "bob", workflow: null)));
        await bed.Ledger.RecordIntentAsync(Some.Intent());
    }

    private static async Task RecordAsync(LedgerBed bed, LLMUsageOutcome outcome) => await bed.Ledger.RecordOutcomeAsync(outcome);
}
