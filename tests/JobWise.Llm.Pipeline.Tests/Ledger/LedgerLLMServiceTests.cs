using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Ledger;

public sealed class LedgerLLMServiceTests
{
    private readonly FakeLedger _ledger = new();

    [Fact]
    public async Task GenerateAsync_writes_the_intent_before_it_sends_and_the_outcome_before_it_answers()
    {
        await using var pipeline = Create(build: builder => builder.ConfigureWorkflow(LLMWorkflows.CoverLetterGeneration, _ => { }));
        pipeline.Provider.Answer = (_, _) =>
        {
            Assert.Single(_ledger.Intents);
            return Task.FromResult(Some.Response(model: "openai/gpt-oss-20b") with { RequestId = "req_1" });
        };
        var request = Some.Request with
        {
            Model = "openai/gpt-oss-20b",
            UserId = "ada",
            Workflow = LLMWorkflows.CoverLetterGeneration,
            Tags = new Dictionary<string, string> { ["team"] = "a" },
            Call = new LLMCallOptions { Tenant = "acme" },
        };

        var response = await pipeline.Service.GenerateAsync(request);

        var intent = Assert.Single(_ledger.Intents);
        Assert.Equal((response.Route!.CallId, 1, "ada", "acme", "cover_letter_generation"), (intent.CallId, intent.Attempt, intent.UserId, intent.Tenant, intent.Workflow));
        Assert.Equal(("groq", "groq", "openai/gpt-oss-20b", "a", false), (intent.Instance, intent.Vendor, intent.Model, intent.Tags["team"], intent.IsStream));
        Assert.True(intent.ReservedUsd > 0);
        var outcome = Assert.Single(_ledger.Outcomes);
        Assert.Equal((intent, LLMUsageStatus.Succeeded, response.Cost, "req_1"), (outcome.Intent, outcome.Status, outcome.Cost, outcome.RequestId));
        Assert.StartsWith("groq/openai/gpt-oss-20b", outcome.PriceEntry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_with_a_retry_writes_a_row_for_each_send()
    {
        await using var pipeline = Create(chance: 0);
        pipeline.Provider.Script(Some.ServerError, Some.Response());

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        await answer;

        Assert.Equal([1, 2], _ledger.Intents.Select(intent => intent.Attempt));
        Assert.Single(_ledger.Intents.Select(intent => intent.CallId).Distinct());
        Assert.Equal(2, _ledger.Intents.Select(intent => intent.AttemptId).Distinct().Count());
        Assert.Equal([LLMUsageStatus.Failed, LLMUsageStatus.Succeeded], _ledger.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(("LLMServerException", 500, 0m), (_ledger.Outcomes[0].ErrorCode, _ledger.Outcomes[0].StatusCode, _ledger.Outcomes[0].Cost!.Usd));
    }

    [Fact]
    public async Task GenerateAsync_of_a_provider_that_hangs_is_of_unknown_cost()
    {
        await using var pipeline = Create(options => options.Retry.MaxAttempts = 1);
        pipeline.Provider.Answer = (_, cancellationToken) => Some.Never(cancellationToken);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(pipeline.Settings.FirstContentTimeout("groq"));
        await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);

        var outcome = Assert.Single(_ledger.Outcomes);
        Assert.Equal((LLMUsageStatus.Failed, "LLMTimeoutException"), (outcome.Status, outcome.ErrorCode));
        Assert.StartsWith("The attempt ended without its token count", outcome.Cost!.UnknownBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_with_a_failure_that_tells_its_usage_prices_that()
    {
        await using var pipeline = Create(options => options.Retry.MaxAttempts = 1);
        var usage = new LLMUsage { PromptTokens = 1_000_000, CompletionTokens = 0 };
        pipeline.Provider.Script(new LLMInvalidResponseException("It cannot be read.", new LLMErrorDetails { Usage = usage }));

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => pipeline.Service.GenerateAsync(Some.Request with { Model = "openai/gpt-oss-20b" }));

        Assert.Equal((usage, true), (_ledger.Outcomes[0].Usage, _ledger.Outcomes[0].Cost!.Usd > 0));
    }

    [Fact]
    public async Task GenerateAsync_that_is_cancelled_does_not_wait_for_its_outcome()
    {
        await using var pipeline = Create();
        using var source = new CancellationTokenSource();
        pipeline.Provider.Answer = (_, cancellationToken) => Some.Never(cancellationToken);
        _ledger.WaitForOutcome = cancellationToken => Some.Never(cancellationToken);

        var answer = pipeline.Service.GenerateAsync(Some.Request, source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(LLMUsageStatus.Cancelled, Assert.Single(_ledger.Outcomes).Status);
    }

    [Fact]
    public async Task GenerateAsync_with_a_ledger_that_hangs_before_the_send_ends_at_the_deadline_and_blames_no_provider()
    {
        await using var pipeline = Create();
        _ledger.WaitForIntent = cancellationToken => Some.Never(cancellationToken);

        for (var call = 0; call < 6; call++)
        {
            var answer = pipeline.Service.GenerateAsync(Some.Request with { Call = new LLMCallOptions { Timeout = TimeSpan.FromSeconds(9) } });
            pipeline.Time.Advance(TimeSpan.FromSeconds(9));
            var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
            Assert.Equal(LLMTimeoutPhase.Total, error.Phase);
        }

        Assert.Empty(pipeline.Provider.Requests);
        Assert.Equal(LLMCircuitState.Closed, Assert.Single(pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus()).Circuit);
        Assert.All(_ledger.Outcomes, outcome => Assert.Equal((LLMUsageStatus.Cancelled, 0m), (outcome.Status, outcome.Cost!.Usd)));
    }

    [Fact]
    public async Task GenerateAsync_with_a_ledger_that_hangs_after_the_answer_gives_the_answer_at_the_deadline()
    {
        await using var pipeline = Create();
        _ledger.WaitForOutcome = cancellationToken => Some.Never(cancellationToken);

        var answer = pipeline.Service.GenerateAsync(Some.Request with { Call = new LLMCallOptions { Timeout = TimeSpan.FromSeconds(9) } });
        pipeline.Time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal("Hello", (await answer).Text);
    }

    [Fact]
    public async Task GenerateAsync_with_a_ledger_that_fails_after_the_answer_gives_the_answer()
    {
        await using var pipeline = Create();
        _ledger.WaitForOutcome = _ => Task.FromException(new InvalidOperationException());

        Assert.Equal("Hello", (await pipeline.Service.GenerateAsync(Some.Request)).Text);
    }

    [Fact]
    public async Task GenerateAsync_that_the_ledger_refuses_is_sent_nowhere_and_not_tried_again()
    {
        await using var pipeline = Create(
            options =>
            {
                options.Provider = "groq";
                options.Routing.Fallbacks.Add("openai");
            },
            builder => builder.AddProvider("openai", (_, _) => new FakeProvider("openai")));
        _ledger.WaitForIntent = _ => Task.FromException(new LLMLedgerUnavailableException("The ledger is away."));

        await Assert.ThrowsAsync<LLMLedgerUnavailableException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Empty(pipeline.Provider.Requests);
        Assert.Empty(_ledger.Outcomes);
    }

    private PipelineUnderTest Create(Action<LLMPipelineOptions>? configure = null, Action<ILLMBuilder>? build = null, double chance = 0.5) =>
        PipelineUnderTest.Create(configure, chance: chance, build: builder =>
        {
            builder.Services.AddSingleton<ILLMUsageLedger>(_ledger);
            build?.Invoke(builder);
        });
}
