using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class BudgetSpendingTests
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
    public async Task Two_calls_on_one_scope_are_each_charged_for_their_own_sends()
    {
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(1000));
        var gate = new TaskCompletionSource<LLMResponse>();
        var answers = new Queue<Task<LLMResponse>>([gate.Task, Task.FromResult(BudgetUnderTest.Answer(8, 20))]);
        budget.Provider.Answer = (_, _) => answers.Dequeue();
        var request = Request with { Call = new() { Scope = new LLMCallScope() } };

        var first = budget.Service.GenerateAsync(request);
        await budget.Service.GenerateAsync(request);
        Assert.Equal((28, 0, 100), await budget.TokensAsync());
        gate.SetException(new LLMTimeoutException(LLMTimeoutPhase.FirstContent, "slow", new() { ShouldRetry = false }));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => first);
        Assert.Equal((128, 100, 0), await budget.TokensAsync());
    }

    [Fact]
    public async Task SettleAsync_while_the_failure_of_the_send_is_noted_charges_it_once()
    {
        const int Rounds = 5_000;
        await using var budget = BudgetUnderTest.Create(BudgetUnderTest.Budget(100 * Rounds));
        var desk = budget.Pipeline.Services.GetRequiredService<LLMPipeline>().Parts.Budgets;
        using var round = new Barrier(2);
        BudgetSpending spending = null!;
        var noting = Task.Factory.StartNew(() => Repeat(round, Rounds, () => spending.NoteFailure(new OperationCanceledException())), TaskCreationOptions.LongRunning);

        for (var i = 0; i < Rounds; i++)
        {
            spending = (await desk.OpenAsync(Request with { Call = new() { Lanes = [new LLMLane { Instance = "groq" }] } }, CancellationToken.None))!;
            spending.NoteSend();
            round.SignalAndWait();
            Thread.SpinWait(i % 200);
            await spending.SettleAsync();
            round.SignalAndWait();
        }

        await noting;
        Assert.Equal((100L * Rounds, 100L * Rounds, 0L), await budget.TokensAsync());
    }

    private static void Repeat(Barrier round, int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            round.SignalAndWait();
            action();
            round.SignalAndWait();
        }
    }
}
