using JobWise.Llm.EntityFrameworkCore.Tests.Support;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

public sealed class UsageLedgerTests
{
    [Fact]
    public async Task Intent_is_in_the_database_when_it_is_acknowledged()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var intent = Some.Intent(tag: "a");

        await bed.Ledger.RecordIntentAsync(intent);

        var row = Assert.Single(await bed.RowsAsync());
        Assert.Equal((intent.AttemptId, intent.CallId, 1, (int)LLMUsageStatus.Pending), (row.AttemptId, row.CallId, row.Attempt, row.Status));
        Assert.Equal(("ada", "cover_letter_generation", """{"team":"a"}""", 10_000_000_000L), (row.UserId, row.Workflow, row.Tags, row.Reserved));
        Assert.Empty(await bed.DailyAsync());
    }

    [Fact]
    public async Task Outcome_completes_the_row()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var intent = Some.Intent();
        await bed.Ledger.RecordIntentAsync(intent);

        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent, prompt: 100, completion: 20, cost: 0.001m));

        var row = Assert.Single(await bed.RowsAsync());
        Assert.Equal((1, 100L, 20L, 120L, 1_000_000_000L), (row.Status, row.PromptTokens, row.CompletionTokens, row.TotalTokens, row.Cost));
        Assert.Equal((Some.Noon.AddSeconds(1).ToUnixTimeMilliseconds(), 1_000_000L, "req_1"), (row.EndedAt, row.Duration, row.RequestId));
    }

    [Fact]
    public async Task Outcome_twice_counts_once()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var intent = Some.Intent();
        await bed.Ledger.RecordIntentAsync(intent);

        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        await bed.Ledger.RecordOutcomeAsync(Some.Failure(intent));

        Assert.Equal((int)LLMUsageStatus.Succeeded, Assert.Single(await bed.RowsAsync()).Status);
        Assert.Equal((1L, 120L), Assert.Single(await bed.DailyAsync()) is var day ? (day.Attempts, day.TotalTokens) : default);
    }

    [Fact]
    public async Task Outcome_without_its_intent_is_complete_and_a_late_intent_changes_nothing()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var intent = Some.Intent();

        await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent));
        await bed.Ledger.RecordIntentAsync(intent);

        var row = Assert.Single(await bed.RowsAsync());
        Assert.Equal(((int)LLMUsageStatus.Succeeded, "ada"), (row.Status, row.UserId));
    }

    [Fact]
    public async Task Outcome_that_is_none_is_refused()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var outcome = Some.Answer(Some.Intent()) with { Status = LLMUsageStatus.Unknown };

        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await bed.Ledger.RecordOutcomeAsync(outcome));

        Assert.StartsWith("Unknown is no outcome. Take Succeeded, Failed, Cancelled or CacheHit.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_writers_lose_and_double_nothing()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);
        var intents = Enumerable.Range(0, 2_000).Select(_ => Some.Intent()).ToList();

        await Task.WhenAll(intents.Select(async intent =>
        {
            await bed.Ledger.RecordIntentAsync(intent);
            await bed.Ledger.RecordOutcomeAsync(Some.Answer(intent, prompt: 7, completion: 1, cost: 0.000_000_007m));
        }));

        var rows = await bed.RowsAsync();
        Assert.Equal(intents.Select(intent => intent.AttemptId).Order(), rows.Select(row => row.AttemptId).Order());
        var day = Assert.Single(await bed.DailyAsync());
        Assert.Equal((2_000L, 16_000L, 0.000_014m), (day.Attempts, day.TotalTokens, Money.Dollars(day.Cost)));
    }

    [Fact]
    public async Task Texts_that_a_database_cannot_hold_are_mended()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file);

        await bed.Ledger.RecordIntentAsync(Some.Intent(user: "a\0b\ud800c", workflow: new string('x', 300)));

        var row = Assert.Single(await bed.RowsAsync());
        Assert.Equal(("a\ufffdb\ufffdc", 200), (row.UserId, row.Workflow!.Length));
    }
}
