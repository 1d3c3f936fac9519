using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Ledger;

public sealed class LedgerStreamTests
{
    private static readonly LLMUsage SoFar = new() { PromptTokens = 10, CompletionTokens = 1 };

    private readonly FakeLedger _ledger = new();

    [Fact]
    public async Task Stream_that_is_not_enumerated_writes_nothing()
    {
        await using var pipeline = Create();

        _ = pipeline.Service.GenerateStreamAsync(Some.Request);

        Assert.Empty(_ledger.Intents);
    }

    [Fact]
    public async Task Stream_to_its_end_is_written_once_before_its_last_update()
    {
        await using var pipeline = Create();

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            Assert.Equal(update.Response is null ? 0 : 1, _ledger.Outcomes.Count);
        }

        Assert.True(Assert.Single(_ledger.Intents).IsStream);
        Assert.Equal(LLMUsageStatus.Succeeded, Assert.Single(_ledger.Outcomes).Status);
    }

    [Fact]
    public async Task Stream_that_breaks_off_has_failed_with_what_it_told()
    {
        await using var pipeline = Create();
        pipeline.Provider.Stream = (_, _) => Breaking();

        await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync());

        var outcome = Assert.Single(_ledger.Outcomes);
        Assert.Equal((LLMUsageStatus.Failed, SoFar with { IsEstimated = true }), (outcome.Status, outcome.Usage));

        static async IAsyncEnumerable<LLMStreamUpdate> Breaking()
        {
            yield return LLMStreamUpdate.ForText("Hel");
            yield return LLMStreamUpdate.ForUsage(SoFar);
            await Task.CompletedTask;
            throw new LLMStreamInterruptedException("It was cut.");
        }
    }

    [Fact]
    public async Task Stream_that_its_consumer_leaves_is_cancelled()
    {
        await using var pipeline = Create();

        await foreach (var _ in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            break;
        }

        var outcome = Assert.Single(_ledger.Outcomes);
        Assert.Equal((LLMUsageStatus.Cancelled, null), (outcome.Status, outcome.ErrorCode));
        Assert.Null(outcome.Cost!.Usd);
    }

    [Fact]
    public async Task Stream_that_is_never_disposed_of_is_written_at_the_deadline()
    {
        await using var pipeline = Create();
        var request = Some.Request with { Call = new LLMCallOptions { Timeout = TimeSpan.FromSeconds(9) } };
        var updates = pipeline.Service.GenerateStreamAsync(request).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        pipeline.Time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(LLMUsageStatus.Cancelled, Assert.Single(_ledger.Outcomes).Status);
    }

    [Fact]
    public async Task Stream_that_ends_before_its_first_update_is_retried_with_a_row_of_its_own()
    {
        await using var pipeline = Create(chance: 0);
        var opened = 0;
        pipeline.Provider.Stream = (_, _) => opened++ == 0 ? Some.StreamThatFails(Some.ServerError) : Some.Stream("Hello");

        var answer = pipeline.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        await answer;

        Assert.Equal([LLMUsageStatus.Failed, LLMUsageStatus.Succeeded], _ledger.Outcomes.Select(outcome => outcome.Status));
    }

    private PipelineUnderTest Create(double chance = 0.5) =>
        PipelineUnderTest.Create(chance: chance, build: builder => builder.Services.AddSingleton<ILLMUsageLedger>(_ledger));
}
