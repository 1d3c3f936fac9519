using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

public class BudgetLLMServiceTests
{
    private static readonly LLMRequest Request = BudgetUnderTest.Request;

    public static TheoryData<Exception, long> Failures => new()
    {
        { new LLMAuthenticationException("no"), 0 },
        { new LLMRateLimitException("no", new() { ShouldRetry = false }), 0 },
        { new LLMConnectionException("refused", new() { ShouldRetry = false }), 0 },
        { new LLMConnectionException("cut", new() { ShouldRetry = false, PartialText = "Hel" }), 100 },
        { new LLMTimeoutException(LLMTimeoutPhase.Connect, "slow", new() { ShouldRetry = false }), 0 },
        { new LLMTimeoutException(LLMTimeoutPhase.FirstContent, "slow", new() { ShouldRetry = false }), 100 },
        { new LLMInvalidResponseException("no JSON"), 100 },
        { new LLMStreamInterruptedException("cut"), 100 },
        { new InvalidOperationException("unforeseen"), 100 },
    };

    [Fact]
    public async Task GenerateAsync_within_a_budget_is_charged_what_the_answer_says()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(tokens: 1000, usd: 1));

        await budget.Service.GenerateAsync(Request);

        var status = await budget.StatusAsync();
        Assert.Equal((28, 0, 0, 972), (status.SpentTokens, status.EstimatedTokens, status.ReservedTokens, status.LeftTokens));
        Assert.Equal((budget.Price(8, 20), 0m, 0m, 1 - budget.Price(8, 20)), (status.SpentUsd, status.EstimatedUsd, status.ReservedUsd, status.LeftUsd));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), status.RenewsAt);
    }

    [Fact]
    public async Task GenerateAsync_on_its_way_holds_the_most_that_it_may_cost()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(tokens: 1000, usd: 1));
        var answer = new TaskCompletionSource<LLMResponse>();
        budget.Provider.Answer = (_, _) => answer.Task;

        var call = budget.Service.GenerateAsync(Request);

        var status = await budget.StatusAsync();
        Assert.Equal((0, 100, budget.Price(10, 90)), (status.SpentTokens, status.ReservedTokens, status.ReservedUsd));
        answer.SetResult(BudgetUnderTest.Answer(8, 20));
        await call;
        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_that_may_not_fit_is_refused_unsent_with_budget_rest_and_renewal()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(tokens: 127, scope: LLMBudgetScope.User, name: "per head"));
        var request = Request with { UserId = "ada@example.com" };
        await budget.Service.GenerateAsync(request);

        var error = await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(request));

        Assert.Equal(
            "The budget 'per head' (per user, by month) has 99 of 127 tokens left, and this call may need 100. It renews at 2026-12-01 00:00 UTC. "
            + "Wait until then, lower MaxTokens, or raise it under JobWise:Llm:Budgets.",
            error.Message);
        Assert.Equal(("per head", "ada@example.com", false), (error.Budget, error.ScopeValue, error.IsInUsd));
        Assert.Equal((127m, 28m, 99m, 100m), (error.Limit, error.Spent, error.Left, error.Needed));
        Assert.Equal((TimeSpan.FromHours(156), false), (error.RetryAfter, error.IsTransient));
        Assert.Single(budget.Provider.Requests);
        Assert.Contains(budget.Log.Entries, entry => entry.Id.Id == 40);
        Assert.DoesNotContain(budget.Log.Texts, text => text.Contains("ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GenerateAsync_that_may_not_fit_in_dollars_says_so_in_dollars()
    {
        await using var budget = BudgetUnderTest.Create(
            BudgetUnderTest.Budget(usd: 0.00001m, scope: LLMBudgetScope.Tag, tagKey: "team", period: LLMBudgetPeriod.Day));
        var need = budget.Price(10, 90);

        var error = await Assert.ThrowsAsync<LLMBudgetException>(
            () => budget.Service.GenerateAsync(Request with { Tags = new Dictionary<string, string> { ["team"] = "blue" } }));

        Assert.StartsWith(
            FormattableString.Invariant($"The budget 'b' (per tag 'team', by day) has 0.00001 of 0.00001 USD left, and this call may need {need:0.######}. It renews at 2026-11-25 00:00 UTC. "),
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal((true, "blue", need), (error.IsInUsd, error.ScopeValue, error.Needed));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public async Task GenerateAsync_fits_a_budget_to_the_last_token(long tokens, bool fits)
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(tokens));

        var error = await Record.ExceptionAsync(() => budget.Service.GenerateAsync(Request));

        Assert.Equal(fits, error is null);
    }

    [Fact]
    public async Task GenerateAsync_refused_by_one_of_two_budgets_leaves_the_other_untouched()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000), BudgetUnderTest.Budget(50, name: "small"));

        await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request));

        Assert.Equal((0, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task Budgets_count_users_tenants_workflows_and_tags_each_for_itself()
    {
        await using var budget = BudgetUnderTest.Create(
            BudgetUnderTest.Budget(100, scope: LLMBudgetScope.User, name: "u"),
            BudgetUnderTest.Budget(100, scope: LLMBudgetScope.Tenant, name: "t"),
            BudgetUnderTest.Budget(100, scope: LLMBudgetScope.Tag, tagKey: "team", value: "red", name: "g"));

        await budget.Service.GenerateAsync(Request with { UserId = "1" });
        await budget.Service.GenerateAsync(Request with { UserId = "2" });
        await budget.Service.GenerateAsync(Request with { Call = new() { Tenant = "1" } });
        await budget.Service.GenerateAsync(Request with { Tags = new Dictionary<string, string> { ["team"] = "red" } });
        await budget.Service.GenerateAsync(Request with { Tags = new Dictionary<string, string> { ["team"] = "blue" } });
        await budget.Service.GenerateAsync(Request);

        Assert.Equal(
            (28, 28, 28, 28, 0),
            ((await budget.StatusAsync("1", "u")).SpentTokens, (await budget.StatusAsync("2", "U")).SpentTokens, (await budget.StatusAsync("1", "t")).SpentTokens,
            (await budget.StatusAsync("red", "g")).SpentTokens, (await budget.StatusAsync("blue", "g")).SpentTokens));
        await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request with { UserId = "1" }));
    }

    [Fact]
    public async Task A_budget_per_workflow_does_not_mind_the_case_of_its_name()
    {
        await using var budget = BudgetUnderTest.Create(
            options => { },
            BudgetUnderTest.Budget(127, scope: LLMBudgetScope.Workflow, value: "Summary"));
        var claims = BudgetClaims.Of(Request with { Workflow = "SUMMARY" }, budget.Pipeline.Settings.Options.Budgets, budget.Pipeline.Time.GetUtcNow());

        Assert.Equal(new BudgetKey("b", "summary", new DateOnly(2026, 11, 1)), Assert.Single(claims).Key);
    }

    [Theory]
    [InlineData(LLMBudgetPeriod.Day, 11, 24, 23, 59, 59, 11, 25)]
    [InlineData(LLMBudgetPeriod.Month, 11, 30, 23, 59, 59, 12, 1)]
    public async Task A_new_period_begins_at_midnight_in_UTC_with_nothing_spent(
        LLMBudgetPeriod period, int month, int day, int hour, int minute, int second, int nextMonth, int nextDay)
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(127, period: period));
        budget.Pipeline.Time.Advance(new DateTimeOffset(2026, month, day, hour, minute, second, TimeSpan.Zero) - budget.Pipeline.Time.GetUtcNow());
        await budget.Service.GenerateAsync(Request);

        var error = await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request));
        budget.Pipeline.Time.Advance(error.RetryAfter!.Value);
        await budget.Service.GenerateAsync(Request);

        Assert.Equal(TimeSpan.FromSeconds(1), error.RetryAfter);
        var status = await budget.StatusAsync();
        Assert.Equal((28, new DateTimeOffset(2026, nextMonth, nextDay, 0, 0, 0, TimeSpan.Zero)), (status.SpentTokens, status.StartedAt));
    }

    [Fact]
    public async Task A_call_across_midnight_is_charged_to_the_day_on_which_it_began()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000, period: LLMBudgetPeriod.Day));
        budget.Pipeline.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        var answer = new TaskCompletionSource<LLMResponse>();
        budget.Provider.Answer = (_, _) => answer.Task;
        var call = budget.Service.GenerateAsync(Request);

        budget.Pipeline.Time.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult(BudgetUnderTest.Answer(8, 20));
        await call;

        Assert.Equal((0, 0, 0), await budget.TokensAsync());
        budget.Pipeline.Time.StepWallClock(TimeSpan.FromHours(-1));
        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_forwards_and_back_frees_nothing()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(127));
        await budget.Service.GenerateAsync(Request);

        budget.Pipeline.Time.StepWallClock(TimeSpan.FromDays(400));
        await budget.Service.GenerateAsync(Request);
        budget.Pipeline.Time.StepWallClock(TimeSpan.FromDays(-400));

        await Assert.ThrowsAsync<LLMBudgetException>(() => budget.Service.GenerateAsync(Request));
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_that_fails_is_charged_the_estimate_only_where_it_may_have_been_billed(Exception failure, long tokens)
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Answer = (_, _) => Task.FromException<LLMResponse>(failure);
        budget.Pipeline.Settings.Options.Retry.MaxAttempts = 1;

        Assert.Same(failure, await Record.ExceptionAsync(() => budget.Service.GenerateAsync(Request)));

        Assert.Equal((tokens, tokens, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_that_fails_with_its_usage_is_charged_that()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000, usd: 1));
        var failure = new LLMInvalidResponseException("no JSON", new() { Provider = "groq", Usage = new() { PromptTokens = 8, CompletionTokens = 20 } });
        budget.Provider.Answer = (_, _) => Task.FromException<LLMResponse>(failure);

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => budget.Service.GenerateAsync(Request));

        Assert.Equal((28, 0, 0), await budget.TokensAsync());
        Assert.Equal(budget.Price(8, 20), (await budget.StatusAsync()).SpentUsd);
    }

    [Fact]
    public async Task GenerateAsync_that_is_cancelled_after_its_send_is_charged_the_estimate()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        using var source = new CancellationTokenSource();
        budget.Provider.Answer = (_, token) => Some.Never(token);
        var call = budget.Service.GenerateAsync(Request, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((100, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_whose_answer_tells_nothing_is_charged_the_estimate_and_one_that_tells_zero_is_charged_zero()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Script(BudgetUnderTest.Answer(0, 0), BudgetUnderTest.Answer(0, 0) with { Usage = null });

        await budget.Service.GenerateAsync(Request);
        Assert.Equal((0, 0, 0), await budget.TokensAsync());
        await budget.Service.GenerateAsync(Request);

        Assert.Equal((100, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_that_must_send_again_reserves_for_that_and_is_refused_where_it_does_not_fit()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(199));
        budget.Provider.Script(Some.ServerError, BudgetUnderTest.Answer(8, 20));

        var call = budget.Service.GenerateAsync(Request);
        await budget.PassAsync(Backoff.Shortest);

        var error = await Assert.ThrowsAsync<LLMBudgetException>(() => call);
        Assert.Equal((99m, 1), (error.Left, error.Sends));
        Assert.Single(budget.Provider.Requests);
        Assert.Equal((0, 0, 0), await budget.TokensAsync());
        Assert.Equal(TimeSpan.FromHours(156) - Backoff.Shortest, error.RetryAfter);
    }

    [Fact]
    public async Task GenerateAsync_that_sent_again_gives_back_what_it_did_not_use()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(200));
        budget.Provider.Script(Some.ServerError, BudgetUnderTest.Answer(8, 20));

        var call = budget.Service.GenerateAsync(Request);
        await budget.PassAsync(Backoff.Shortest);
        await call;

        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_whose_first_send_timed_out_is_charged_for_that_beside_the_answer()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Script(new LLMTimeoutException(LLMTimeoutPhase.FirstContent, "slow"), BudgetUnderTest.Answer(8, 20));

        var call = budget.Service.GenerateAsync(Request);
        await budget.PassAsync(Backoff.Shortest);
        await call;

        Assert.Equal((128, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_that_is_cancelled_between_two_sends_is_charged_for_the_first_by_what_it_was()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        using var source = new CancellationTokenSource();
        budget.Provider.Script(Some.ServerError, BudgetUnderTest.Answer(8, 20));
        var call = budget.Service.GenerateAsync(Request, source.Token);
        await budget.Pipeline.Time.WaitForTimerAsync(Backoff.Shortest);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateJsonAsync_that_asks_again_reserves_for_each_ask_once()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(10_000));
        List<long> reserved = [];
        var answers = new Queue<string>(["no JSON", """{"score":7}"""]);
        budget.Provider.Answer = async (_, _) =>
        {
            reserved.Add((await budget.StatusAsync()).ReservedTokens);
            return BudgetUnderTest.Answer(8, 20) with { Message = LLMMessage.Assistant(answers.Dequeue()) };
        };

        await budget.Service.GenerateJsonAsync(Request, VerdictJsonContext.Default.Verdict);

        Assert.Equal(budget.Provider.Requests.Select(request => PromptBound.Of(request) + 90L), reserved);
        Assert.Equal((56, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateStreamAsync_is_charged_at_its_end()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Stream = (_, token) => BudgetUnderTest.Stream(cancellationToken: token);

        await budget.Service.GenerateStreamAsync(Request).ToResponseAsync();

        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateStreamAsync_reserves_nothing_before_its_first_move()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));

        _ = budget.Service.GenerateStreamAsync(Request).GetAsyncEnumerator();

        Assert.Equal((0, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateStreamAsync_that_its_consumer_leaves_is_charged_the_estimate_once()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Stream = (_, token) => BudgetUnderTest.Stream(new TaskCompletionSource().Task, token);

        await foreach (var _ in budget.Service.GenerateStreamAsync(Request))
        {
            Assert.Equal((0, 0, 100), await budget.TokensAsync());
            break;
        }

        Assert.Equal((100, 100, 0), await budget.TokensAsync());
        budget.Pipeline.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((100, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateStreamAsync_that_is_left_lying_is_charged_at_the_deadline()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        budget.Provider.Stream = (_, token) => BudgetUnderTest.Stream(new TaskCompletionSource().Task, token);
        var lying = budget.Service.GenerateStreamAsync(Request).GetAsyncEnumerator();
        await lying.MoveNextAsync();

        budget.Pipeline.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal((100, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateStreamAsync_that_breaks_is_charged_once_by_what_the_failure_says()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        var failure = new LLMStreamInterruptedException("cut", new() { Usage = new() { PromptTokens = 8, CompletionTokens = 3 } });
        budget.Provider.Stream = (_, _) => Some.StreamThatFails(failure, "Hel");

        await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => budget.Service.GenerateStreamAsync(Request).ToResponseAsync());

        Assert.Equal((11, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task A_soft_budget_lets_calls_through_and_says_once_in_its_period_that_it_is_used_up()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(30, kind: LLMBudgetKind.Soft, scope: LLMBudgetScope.User));
        var request = Request with { UserId = "ada" };

        await budget.Service.GenerateAsync(request);
        Assert.Empty(budget.Heard.All);
        await budget.Service.GenerateAsync(request);
        await budget.Service.GenerateAsync(request);

        var heard = Assert.Single(budget.Heard.All);
        Assert.Equal(("b", "ada", 56, 0), (heard.Budget, heard.ScopeValue, heard.SpentTokens, heard.LeftTokens));
        var (level, _, text) = Assert.Single(budget.Log.Entries, entry => entry.Id.Id == 41);
        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("The soft budget b, which is counted by User, is used up: ", text, StringComparison.Ordinal);
        budget.Pipeline.Time.Advance(TimeSpan.FromDays(7));
        await budget.Service.GenerateAsync(request);
        await budget.Service.GenerateAsync(request);
        Assert.Equal(2, budget.Heard.All.Count);
    }

    [Fact]
    public async Task A_listener_that_fails_costs_nobody_the_answer()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1, kind: LLMBudgetKind.Soft));
        budget.Heard.Failure = new InvalidOperationException();

        await budget.Service.GenerateAsync(Request);

        Assert.Contains(budget.Log.Texts, text => text.StartsWith("A listener to the budget b failed with InvalidOperationException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_budget_in_dollars_refuses_a_call_whose_price_is_not_known_unless_it_is_told_otherwise()
    {
        var strict = BudgetUnderTest.Budget(usd: 1);
        var lax = BudgetUnderTest.Budget(usd: 1, tokens: 10_000);
        lax.AllowUnknownCost = true;
        await using var refusing = BudgetUnderTest.Create(strict);
        await using var allowing = BudgetUnderTest.Create(lax);
        var unpriced = Request with { Model = "mystery" };

        var error = await Assert.ThrowsAsync<LLMBudgetException>(() => refusing.Service.GenerateAsync(unpriced));
        await allowing.Service.GenerateAsync(unpriced);

        Assert.Equal(
            "The budget 'b' (all calls, by month) is in USD, and what this call may cost is not known: The price book has no price for 'mystery' (groq); "
            + "add one under JobWise:Llm:Catalog:Prices. Or let such calls through with AllowUnknownCost.",
            error.Message);
        Assert.Equal((1m, true), (error.Limit, error.IsInUsd));
        Assert.Equal((28, 0, 0), await allowing.TokensAsync());
    }

    [Fact]
    public async Task A_call_with_several_lanes_reserves_for_the_dearest()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(usd: 1));
        var estimate = BudgetEstimate.Of(
            Request with { Call = new() { Lanes = [new() { Instance = "groq" }, new() { Instance = "groq", Model = "openai/gpt-oss-120b" }] } },
            budget.Pipeline.Providers,
            budget.Pipeline.Settings,
            new LLMPriceBook(),
            new DateOnly(2026, 11, 24));

        var dearer = new LLMPriceBook().Estimate("groq", "openai/gpt-oss-120b", 10, 90, new DateOnly(2026, 11, 24)).Usd;
        Assert.True(dearer > budget.Price(10, 90));
        Assert.Equal(new BudgetEstimate(new BudgetAmount(dearer!.Value, 100), null), estimate);
    }

    [Fact]
    public async Task A_hit_of_the_cache_spends_nothing()
    {
        await using var budget = BudgetUnderTest.Create(options => options.Cache.IsEnabled = true, BudgetUnderTest.Budget(127));

        await budget.Service.GenerateAsync(Request);
        await budget.Service.GenerateAsync(Request);

        Assert.Equal((28, 0, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task GenerateAsync_from_64_threads_never_passes_a_hard_limit_and_wastes_none_of_it()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000), BudgetUnderTest.Budget(3000, scope: LLMBudgetScope.User, name: "u"));
        var mostSpent = 0L;
        budget.Provider.Answer = async (_, _) =>
        {
            await Task.Yield();
            var status = await budget.StatusAsync();
            InterlockedMax(ref mostSpent, status.SpentTokens + status.ReservedTokens);
            return BudgetUnderTest.Answer(10, 90);
        };
        using var start = new Barrier(64);

        var errors = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Record.ExceptionAsync(() => budget.Service.GenerateAsync(Request with { UserId = $"{number % 2}" }));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        Assert.Equal((10, 54), (errors.Count(error => error is null), errors.Count(error => error is LLMBudgetException { Budget: "b" })));
        Assert.Equal((1000, 0, 0), await budget.TokensAsync());
        Assert.InRange(mostSpent, 100, 1000);
    }

    private static void InterlockedMax(ref long target, long value)
    {
        long seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
