namespace JobWise.Llm.Pipeline.Tests;

public class BudgetLLMServiceTests
{
    private static readonly LLMRequest Request = BudgetUnderTest.Request;

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
