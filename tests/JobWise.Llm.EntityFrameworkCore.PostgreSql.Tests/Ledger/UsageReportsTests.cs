using JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Ledger;

public sealed class UsageReportsTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [PostgreSqlFact]
    public async Task GetReport_answers_every_grouping()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent()));
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent()));

        foreach (var grouping in Enum.GetValues<LLMUsageGrouping>())
        {
            var report = await bed.Reports.GetReportAsync(
                new LLMUsageQuery { From = Day, To = Day, GroupBy = grouping, Tag = grouping == LLMUsageGrouping.Tag ? "team" : null });

            Assert.Equal((2L, 240L, 0.002m), (report.Total.Attempts, report.Total.TotalTokens, report.Total.CostUsd));
            Assert.Equal(grouping == LLMUsageGrouping.None ? 0 : 1, report.Groups.Count);
        }
    }

    [PostgreSqlFact]
    public async Task Upkeep_deletes_and_forgets()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var bed = await PostgreSqlBed.StartAsync(database);
        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent()));

        Assert.Equal(1, await bed.Upkeep.DeleteUserAsync("ada"));
        Assert.Equal(1, await bed.Upkeep.DeleteOlderThanAsync(Day.AddDays(1)));
        Assert.Empty(await bed.RowsAsync());
    }

    [PostgreSqlFact]
    public async Task Attempts_of_a_program_that_has_ended_become_unknown()
    {
        await using var database = await TestDatabase.CreateAsync();
        var intent = Some.Intent();
        await using (var first = await PostgreSqlBed.StartAsync(database))
        {
            await first.Ledger.RecordIntentAsync(intent);
        }

        await using var second = await PostgreSqlBed.StartAsync(database);
        await second.Upkeep.RecoverAsync();

        Assert.Equal(intent.AttemptId, Assert.Single(await second.Upkeep.GetUnknownAsync()).AttemptId);
        Assert.True(await second.Upkeep.ReconcileAsync(Some.Answer(intent)));
    }
}
