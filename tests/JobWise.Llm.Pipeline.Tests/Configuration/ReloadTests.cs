using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

public class ReloadTests
{
    private const string MaxAttempts = "JobWise:Llm:Retry:MaxAttempts";

    [Fact]
    public async Task A_call_that_waits_for_its_retry_keeps_the_attempts_it_began_with()
    {
        await using var pipeline = Create((MaxAttempts, "3"));
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        var call = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);

        Reload(pipeline, MaxAttempts, "1");
        pipeline.Time.Advance(Backoff.Shortest);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        var first = await Assert.ThrowsAsync<LLMServerException>(() => call);
        var next = await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.Equal((3, 1), (first.Sends, next.Sends));
    }

    [Fact]
    public async Task A_call_under_way_keeps_its_deadline_and_the_next_has_the_new_one()
    {
        await using var pipeline = Create(("JobWise:Llm:Timeout", "00:00:20"));
        pipeline.Provider.Answer = (_, token) => Some.Never(token);
        var call = pipeline.Service.GenerateAsync(Some.Request);

        Reload(pipeline, "JobWise:Llm:Timeout", "00:00:05");
        var next = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => next);
        Assert.False(call.IsCompleted);
        pipeline.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Contains("within 20 s", (await Assert.ThrowsAsync<LLMTimeoutException>(() => call)).Message);
    }

    [Fact]
    public async Task A_retry_keeps_the_attempt_timeout_its_call_began_with()
    {
        await using var pipeline = Create(("JobWise:Llm:AttemptTimeouts:FirstContent", "00:00:20"));
        pipeline.Provider.Answer = (_, token) => pipeline.Provider.Requests.Count == 1 ? throw Some.ServerError : Some.Never(token);
        var call = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);

        Reload(pipeline, "JobWise:Llm:AttemptTimeouts:FirstContent", "00:00:03");
        pipeline.Time.Advance(Backoff.Shortest);
        var limit = await pipeline.Time.WaitForTimerAsync(IsLimit);
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        var next = pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal(TimeSpan.FromSeconds(20), limit);
        Assert.Equal(TimeSpan.FromSeconds(3), await pipeline.Time.WaitForTimerAsync(IsLimit));
        Assert.False(call.IsCompleted || next.IsCompleted);

        static bool IsLimit(TimeSpan due) => due.TotalSeconds is 3 or 20;
    }

    [Fact]
    public async Task A_call_that_waits_for_the_limiter_keeps_its_attempts_and_deadline()
    {
        await using var pipeline = Create((MaxAttempts, "1"), ("JobWise:Llm:Timeout", "00:02:00"), ("JobWise:Llm:Providers:groq:RateLimits:RequestsPerMinute", "1"));
        await pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        var call = pipeline.Service.GenerateAsync(Some.Request);
        Assert.False(call.IsCompleted);

        Reload(pipeline, "JobWise:Llm:Timeout", "00:00:05");
        Reload(pipeline, MaxAttempts, "3");
        await pipeline.Time.WaitForTimerAsync(due => due > TimeSpan.FromSeconds(30) && due < TimeSpan.FromSeconds(61));
        pipeline.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(1, (await Assert.ThrowsAsync<LLMServerException>(() => call)).Sends);
    }

    [Fact]
    public async Task A_call_under_way_keeps_its_route_and_the_next_has_the_new_fallback()
    {
        var backup = new FakeProvider("backup");
        await using var pipeline = Create(builder => builder.AddProvider("backup", (_, _) => backup), (MaxAttempts, "1"));
        var fails = new TaskCompletionSource<LLMResponse>();
        pipeline.Provider.Answer = (_, _) => fails.Task;
        var call = pipeline.Service.GenerateAsync(Some.Request);

        Reload(pipeline, "JobWise:Llm:Routing:Fallbacks:0", "backup");
        fails.SetException(Some.ServerError);

        await Assert.ThrowsAsync<LLMServerException>(() => call);
        Assert.Equal("backup", (await pipeline.Service.GenerateAsync(Some.Request)).Route!.Instance);
    }

    [Fact]
    public async Task A_bad_reload_is_logged_once_with_key_value_and_cure_and_changes_nothing_and_a_good_one_after_it_does()
    {
        using var log = new RecordingLogger();
        await using var pipeline = Create(builder => builder.Services.AddLogging(logging => logging.AddProvider(log)), (MaxAttempts, "2"));
        _ = pipeline.Service;

        Reload(pipeline, MaxAttempts, "many");
        var kept = pipeline.Settings.Options.Retry.MaxAttempts;
        Reload(pipeline, MaxAttempts, "4");

        var entry = Assert.Single(log.Entries, entry => entry.Id.Id == 10);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Contains($"{MaxAttempts} is 'many', but must be a whole number from 1 to 10", entry.Text);
        Assert.Equal((2, 4), (kept, pipeline.Settings.Options.Retry.MaxAttempts));
    }

    [Fact]
    public async Task A_bad_reload_of_a_workflow_is_logged_once_and_changes_nothing_and_a_good_one_after_it_does()
    {
        const string Key = "JobWise:Llm:Workflows:content_ranking:Temperature";
        using var log = new RecordingLogger();
        await using var pipeline = Create(builder => builder.Services.AddLogging(logging => logging.AddProvider(log)), (Key, "0.1"));
        var request = Some.Request with { Workflow = "content_ranking" };
        await pipeline.Service.GenerateAsync(request);

        Reload(pipeline, Key, "9");
        await pipeline.Service.GenerateAsync(request);
        Reload(pipeline, Key, "0.2");
        await pipeline.Service.GenerateAsync(request);

        Assert.Contains($"{Key} is '9', but must be a number from 0 to 2", Assert.Single(log.Entries, entry => entry.Id.Id == 10).Text);
        Assert.Equal([0.1, 0.1, 0.2], pipeline.Provider.Requests.Select(sent => sent.Temperature!.Value));
    }

    [Fact]
    public async Task A_reload_of_the_breakers_options_keeps_what_it_has_counted()
    {
        await using var pipeline = Create((MaxAttempts, "1"));
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        await FailAsync(pipeline, times: 4);

        Reload(pipeline, "JobWise:Llm:CircuitBreaker:MinimumCalls", "50");
        Reload(pipeline, "JobWise:Llm:CircuitBreaker:Window", "00:02:00");
        await FailAsync(pipeline, times: 1);

        Assert.Equal(LLMCircuitState.Open, Assert.Single(pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus()).Circuit);
    }

    [Fact]
    public async Task A_reload_of_the_breakers_options_keeps_an_open_circuit_open_for_its_whole_break()
    {
        await using var pipeline = Create((MaxAttempts, "1"));
        pipeline.Provider.Answer = (_, _) => throw Some.ServerError;
        await FailAsync(pipeline, times: 5);

        Reload(pipeline, "JobWise:Llm:CircuitBreaker:Break", "00:00:01");
        pipeline.Time.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(pipeline.Services.GetRequiredService<ILLMLanes>().GetStatus()).HeldBackFor);
    }

    [Fact]
    public async Task A_reload_of_the_limiters_options_keeps_what_it_has_granted()
    {
        await using var pipeline = Create(("JobWise:Llm:Providers:groq:RateLimits:RequestsPerMinute", "1"));
        await pipeline.Service.GenerateAsync(Some.Request);

        Reload(pipeline, "JobWise:Llm:RateLimiting:FitOutput", "true");
        Reload(pipeline, "JobWise:Llm:Timeout", "00:00:10");
        var error = await Assert.ThrowsAsync<LLMRateLimitException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));
        Assert.Single(pipeline.Provider.Requests);
    }

    private static PipelineUnderTest Create(params (string Key, string Value)[] settings) => Create(_ => { }, settings);

    private static PipelineUnderTest Create(Action<ILLMBuilder> build, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value, StringComparer.Ordinal);
        all["JobWise:Llm:Provider"] = "groq";
        return PipelineUnderTest.Create(build: build, settings: all, chance: 0);
    }

    private static void Reload(PipelineUnderTest pipeline, string key, string value)
    {
        var configuration = (IConfigurationRoot)pipeline.Services.GetRequiredService<IConfiguration>();
        configuration[key] = value;
        configuration.Reload();
    }

    private static async Task FailAsync(PipelineUnderTest pipeline, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Assert.ThrowsAsync<LLMServerException>(() => pipeline.Service.GenerateAsync(Some.Request));
        }
    }
}
