using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline.Tests;

public class LoggingLLMServiceTests
{
    private const string InPrompt = "canary-of-the-prompt";
    private const string InAnswer = "canary-of-the-answer";
    private const string InError = "canary-of-the-vendor";
    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task No_call_whatever_becomes_of_it_logs_any_content_even_at_trace()
    {
        await using var pipeline = Create();
        var request = new LLMRequest { SystemMessage = InPrompt, Messages = [LLMMessage.User(InPrompt)] };
        pipeline.Provider.Script(Some.Response(text: InAnswer), new LLMInvalidRequestException(InError), new LLMServerException(InError), new LLMInvalidRequestException(InError));
        pipeline.Provider.Stream = (_, _) => Some.Stream(InAnswer);

        await pipeline.Service.GenerateAsync(request);
        await pipeline.Service.GenerateStreamAsync(request).ToResponseAsync();
        await Assert.ThrowsAnyAsync<LLMServiceException>(() => pipeline.Service.GenerateAsync(request));
        var retried = pipeline.Service.GenerateAsync(request);
        await pipeline.Time.WaitForTimerAsync(Backoff.Shortest);
        pipeline.Time.Advance(Backoff.Shortest);
        await Assert.ThrowsAnyAsync<LLMServiceException>(() => retried);

        Assert.Equal([1, 2, 1, 2, 1, 3, 1, 5, 3], _log.Entries.Select(entry => entry.Id.Id));
        Assert.DoesNotContain(_log.Texts, text => text.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GenerateAsync_logs_lengths_model_tokens_cost_sends_and_time()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response(model: "openai/gpt-oss-20b", text: "12345"));

        var response = await pipeline.Service.GenerateAsync(Some.Request with { Workflow = null });

        var id = response.Route!.CallId;
        Assert.Equal(
            [
                $"LLM call {id} begins: workflow (null), model (null), 1 messages, 10 characters, streamed: False ",
                $"LLM call {id} answered by groq, model openai/gpt-oss-20b: 5 characters, finish stop, tokens 1000000 in and 1000000 out, cost in USD {response.Cost!.Usd}, 1 sends, 0 ms ",
            ],
            _log.Texts);
    }

    [Fact]
    public async Task GenerateAsync_of_unknown_cost_says_so()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response(model: "nobody-knows-it") with { Usage = null });

        await pipeline.Service.GenerateAsync(Some.Request with { Workflow = null });

        Assert.Contains("tokens unknown in and unknown out, cost in USD unknown, 1 sends", _log.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_that_fails_logs_the_facts_of_the_error()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(new LLMInvalidRequestException(
            InError, new LLMErrorDetails { Provider = "groq", Model = "m", StatusCode = 400, ProviderCode = "bad", RequestId = "req_1" }));

        await Assert.ThrowsAnyAsync<LLMServiceException>(() => pipeline.Service.GenerateAsync(Some.Request));

        var (level, _, text) = _log.Entries.Last();
        Assert.Equal(LogLevel.Warning, level);
        Assert.EndsWith(
            "failed with LLMInvalidRequestException: provider groq, model m, status 400, code bad, provider request req_1, 1 sends, 0 ms ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateStreamAsync_left_before_its_end_logs_that_its_caller_ended_it()
    {
        await using var pipeline = Create();

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            break;
        }

        Assert.Equal([1, 4], _log.Entries.Select(entry => entry.Id.Id));
    }

    private PipelineUnderTest Create() => PipelineUnderTest.Create(
        build: builder => builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)), chance: 0);
}
