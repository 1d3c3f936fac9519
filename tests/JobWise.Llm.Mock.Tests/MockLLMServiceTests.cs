using JobWise.Llm.TestKit;

namespace JobWise.Llm.Mock.Tests;

public class MockLLMServiceTests
{
    [Fact]
    public async Task GenerateAsync_without_a_script_gives_the_default_answer_with_all_facts()
    {
        var response = await new MockLLMService().GenerateAsync(Some.Request("12345678"));

        Assert.Equal("Mock LLM response", response.Text);
        Assert.Equal(("mock", "mock-model", LLMFinishReason.Stop), (response.Provider, response.Model, response.FinishReason));
        Assert.Equal(
            new LLMUsage { PromptTokens = 2, CompletionTokens = 5, TotalTokens = 7, IsEstimated = true },
            response.Usage);
    }

    [Theory]
    [InlineData(null, null, "mock-model")]
    [InlineData("asked", null, "asked")]
    [InlineData("asked", "answered", "answered")]
    public async Task GenerateAsync_takes_the_model_from_the_answer_then_the_request_then_the_options(string? asked, string? answered, string expected)
    {
        var llm = new MockLLMService().AnswerByDefault(new MockAnswer { Text = "x", Model = answered });

        var response = await llm.GenerateAsync(Some.Request(model: asked));

        Assert.Equal(expected, response.Model);
    }

    [Fact]
    public async Task GenerateAsync_with_latency_answers_when_it_has_passed_and_reports_it()
    {
        var time = new TwoClockTimeProvider();
        var llm = new MockLLMService(new MockLLMOptions { Latency = TimeSpan.FromSeconds(3) }, timeProvider: time);

        var call = llm.GenerateAsync(Some.Request());
        time.Advance(TimeSpan.FromSeconds(2.9));
        var early = call.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(early);
        Assert.Equal(TimeSpan.FromSeconds(3), (await call).GenerationTime);
    }

    [Fact]
    public async Task GenerateAsync_prefers_the_latency_of_the_answer()
    {
        var time = new TwoClockTimeProvider();
        var llm = new MockLLMService(new MockLLMOptions { Latency = TimeSpan.FromHours(1) }, timeProvider: time)
            .AnswerByDefault(new MockAnswer { Latency = TimeSpan.Zero });

        var response = await llm.GenerateAsync(Some.Request());

        Assert.Equal(TimeSpan.Zero, response.GenerationTime);
    }

    [Fact]
    public async Task GenerateAsync_in_strict_mode_names_the_call_and_the_rules_when_none_fits()
    {
        var llm = new MockLLMService(new MockLLMOptions { Strict = true }).Answer("summary", "x").Fail(MockFault.Quota(), times: 1);
        await Assert.ThrowsAsync<LLMQuotaException>(() => llm.GenerateAsync(Some.Request("hello")));

        var error = await Assert.ThrowsAsync<MockAssertionException>(() => llm.GenerateAsync(Some.Request("hello")));

        Assert.Equal(
            "No scripted answer fits this call: call, model (default), workflow (none), messages 1, characters 5, Running. "
            + "Rules: 'summary' (used 0 times), fault Quota (used 1 of 1 times); answers left in the queue: 0. "
            + "Add an answer for it with Answer() or AnswerNext(), or set Strict to false to get the default answer.",
            error.Message);
    }

    [Fact]
    public async Task GenerateAsync_with_a_wrong_request_is_not_a_call()
    {
        var llm = new MockLLMService();

        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => llm.GenerateAsync(new LLMRequest()));

        Assert.Empty(llm.Calls);
    }

    [Fact]
    public async Task GenerateAsync_cancelled_while_waiting_carries_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var llm = new MockLLMService().Fail(MockFault.Hang());

        var call = llm.GenerateAsync(Some.Request(), source.Token);
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(MockCallOutcome.Cancelled, llm.Calls[0].Outcome);
    }

    [Fact]
    public async Task GenerateAsync_from_many_threads_records_each_call_and_uses_each_answer_once()
    {
        var llm = new MockLLMService();
        llm.AnswerNext([.. Enumerable.Range(0, 200).Select(i => MockAnswer.FromText($"{i}"))]);

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => llm.GenerateAsync(Some.Request()))));

        Assert.Equal(200, responses.Select(response => response.Text).Distinct().Count());
        Assert.All(llm.Calls, call => Assert.Equal(MockCallOutcome.Succeeded, call.Outcome));
        llm.AssertCallCount(200);
        llm.AssertAllAnswersUsed();
    }

    [Fact]
    public async Task GetAvailableModelsAsync_lists_what_the_options_say()
    {
        var llm = new MockLLMService();
        llm.Options.Models = ["a", "b"];

        var models = await llm.GetAvailableModelsAsync();

        Assert.Equal([("mock", "a"), ("mock", "b")], models.Select(model => (model.Provider, model.Id)));
    }

    [Fact]
    public async Task CheckHealthAsync_says_what_the_options_say_now()
    {
        var llm = new MockLLMService();
        var before = await llm.CheckHealthAsync();
        llm.Options.Health = new LLMHealth { Status = LLMHealthStatus.Unhealthy, Reason = "down" };

        var after = await llm.CheckHealthAsync();

        Assert.Equal(LLMHealthStatus.Healthy, before.Status);
        Assert.Equal((LLMHealthStatus.Unhealthy, "down"), (after.Status, after.Reason));
    }

    [Fact]
    public void Metadata_reports_the_options_and_the_name()
    {
        var llm = new MockLLMService(new MockLLMOptions { ProviderName = "groq", DefaultModel = "m" }, "groq-2");

        Assert.Equal(new LLMServiceMetadata { ProviderName = "groq", InstanceName = "groq-2", DefaultModel = "m" }, llm.Metadata);
    }

    [Fact]
    public void GetService_finds_the_mock_behind_a_decorator()
    {
        var llm = new MockLLMService();
        ILLMService decorated = new Passing(llm);

        Assert.Same(llm, decorated.GetService(typeof(MockLLMService)));
    }

    private sealed class Passing(ILLMService inner) : DelegatingLLMService(inner);
}
