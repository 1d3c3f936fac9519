using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Telemetry;

public class TelemetryLLMServiceTests
{
    private const string Prompt = "the words of the prompt";
    private const string AnswerText = "the words of the answer";

    [Fact]
    public async Task GenerateAsync_makes_a_client_span_with_what_was_asked_and_what_it_used()
    {
        await using var pipeline = Create();
        using var telemetry = new TelemetryUnderTest(pipeline);

        var response = await pipeline.Service.GenerateAsync(Request with { MaxTokens = 50, Temperature = 0.5 });

        var span = Assert.Single(telemetry.Spans);
        Assert.Equal(("chat test-model", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        var expected = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["gen_ai.operation.name"] = "chat",
            ["gen_ai.provider.name"] = "groq",
            ["gen_ai.request.model"] = "test-model",
            ["gen_ai.request.max_tokens"] = 50,
            ["gen_ai.request.temperature"] = 0.5,
            ["gen_ai.response.model"] = "answered-model",
            ["gen_ai.response.id"] = "r-1",
            ["gen_ai.usage.input_tokens"] = 11,
            ["gen_ai.usage.output_tokens"] = 7,
            ["gen_ai.usage.cache_read.input_tokens"] = 3,
            ["gen_ai.usage.reasoning.output_tokens"] = 2,
            ["jobwise.llm.call_id"] = response.Route!.CallId.ToString(),
            ["jobwise.llm.instance"] = "groq",
            ["jobwise.llm.sends"] = 1,
        };
        Assert.All(expected, tag => Assert.Equal(tag.Value, span.GetTagItem(tag.Key)));
        Assert.Equal(["stop"], (string[])span.GetTagItem("gen_ai.response.finish_reasons")!);
        Assert.Empty(span.TagObjects.Select(tag => tag.Key).Except([.. expected.Keys, "gen_ai.response.finish_reasons", "jobwise.llm.cost_usd"]));
    }

    [Fact]
    public async Task GenerateAsync_measures_time_tokens_sends_and_cost_once_each()
    {
        await using var pipeline = Create(response => response with { Model = "openai/gpt-oss-20b" });
        using var telemetry = new TelemetryUnderTest(pipeline);

        var response = await pipeline.Service.GenerateAsync(Request);

        Assert.Equal(1, telemetry.ValueOf("gen_ai.client.operation.duration"));
        Assert.Equal(11, telemetry.ValueOf("gen_ai.client.inference.usage.input_tokens"));
        Assert.Equal(7, telemetry.ValueOf("gen_ai.client.inference.usage.output_tokens"));
        Assert.Equal(3, telemetry.ValueOf("gen_ai.client.inference.usage.cache_read.input_tokens"));
        Assert.Equal(1, telemetry.ValueOf("jobwise.llm.call.sends"));
        Assert.True(response.Cost!.Usd > 0);
        Assert.Equal((double)response.Cost.Usd!.Value, telemetry.ValueOf("jobwise.llm.cost"));
        Assert.Equal((double)response.Cost.Usd.Value, telemetry.Spans[0].GetTagItem("jobwise.llm.cost_usd"));
        Assert.All(Ours(telemetry), measured => Assert.Equal(
            ["gen_ai.operation.name=chat", "gen_ai.provider.name=groq", "gen_ai.request.model=test-model", "gen_ai.response.model=openai/gpt-oss-20b"],
            measured.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task GenerateAsync_that_fails_marks_the_span_and_measures_time_and_sends_with_the_kind_of_error()
    {
        await using var pipeline = Create();
        pipeline.Provider.Answer = (_, _) => throw new LLMAuthenticationException("Refused: " + Prompt, new LLMErrorDetails { Provider = "groq" });
        using var telemetry = new TelemetryUnderTest(pipeline);

        await Assert.ThrowsAsync<LLMAuthenticationException>(() => pipeline.Service.GenerateAsync(Request));

        var span = Assert.Single(telemetry.Spans);
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.Equal("JobWise.Llm.LLMAuthenticationException", span.GetTagItem("error.type"));
        Assert.Equal((object)1, span.GetTagItem("jobwise.llm.sends"));
        Assert.Equal(["gen_ai.client.operation.duration", "jobwise.llm.call.sends"], Ours(telemetry).Select(measured => measured.Name).Order(StringComparer.Ordinal));
        Assert.All(Ours(telemetry), measured => Assert.Equal("JobWise.Llm.LLMAuthenticationException", measured.Tags["error.type"]));
    }

    [Fact]
    public async Task GenerateAsync_that_its_caller_cancels_is_an_error_of_the_kind_cancelled()
    {
        await using var pipeline = Create();
        pipeline.Provider.Answer = (_, token) => Some.Never(token);
        using var telemetry = new TelemetryUnderTest(pipeline);
        using var caller = new CancellationTokenSource();

        var call = pipeline.Service.GenerateAsync(Request, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        var span = Assert.Single(telemetry.Spans);
        Assert.Equal((ActivityStatusCode.Error, "cancelled"), (span.Status, span.GetTagItem("error.type")));
    }

    [Fact]
    public async Task GenerateStreamAsync_to_its_end_is_one_span_that_says_so()
    {
        await using var pipeline = Create();
        using var telemetry = new TelemetryUnderTest(pipeline);

        await pipeline.Service.GenerateStreamAsync(Request).ToResponseAsync();

        var span = Assert.Single(telemetry.Spans);
        Assert.Equal((true, ActivityStatusCode.Unset), (span.GetTagItem("gen_ai.request.stream"), span.Status));
        Assert.Equal(0.5, telemetry.ValueOf("gen_ai.client.operation.time_to_first_chunk"));
    }

    [Fact]
    public async Task GenerateStreamAsync_that_its_consumer_leaves_counts_as_cancelled()
    {
        await using var pipeline = Create();
        using var telemetry = new TelemetryUnderTest(pipeline);

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Request))
        {
            break;
        }

        Assert.Equal("cancelled", Assert.Single(telemetry.Spans).GetTagItem("error.type"));
        Assert.Equal("cancelled", Assert.Single(telemetry.Measured, measured => measured.Name == TelemetryNames.Duration).Tags["error.type"]);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_breaks_off_is_an_error()
    {
        await using var pipeline = Create();
        pipeline.Provider.Stream = (_, _) => Some.StreamThatFails(new LLMStreamInterruptedException("Broken off."), AnswerText);
        using var telemetry = new TelemetryUnderTest(pipeline);

        await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => pipeline.Service.GenerateStreamAsync(Request).ToResponseAsync());

        Assert.Equal("JobWise.Llm.LLMStreamInterruptedException", Assert.Single(telemetry.Spans).GetTagItem("error.type"));
    }

    [Fact]
    public async Task GenerateStreamAsync_leaves_its_span_out_of_its_consumers_work()
    {
        await using var pipeline = Create();
        using var telemetry = new TelemetryUnderTest(pipeline);
        using var own = new Activity("own").Start();

        await foreach (var update in pipeline.Service.GenerateStreamAsync(Request))
        {
            Assert.Same(own, Activity.Current);
        }

        Assert.Same(own, Activity.Current);
        Assert.Equal(own.SpanId, Assert.Single(telemetry.Spans).ParentSpanId);
    }

    [Fact]
    public async Task GenerateAsync_answered_from_the_cache_counts_no_tokens_again()
    {
        await using var pipeline = Create(configure: options => options.Cache.IsEnabled = true);
        var request = Request with { Temperature = 0 };
        await pipeline.Service.GenerateAsync(request);
        using var telemetry = new TelemetryUnderTest(pipeline);

        var response = await pipeline.Service.GenerateAsync(request);

        Assert.True(response.IsCached);
        Assert.Equal(true, Assert.Single(telemetry.Spans).GetTagItem("jobwise.llm.cache_hit"));
        Assert.Equal((0, 0), (telemetry.ValueOf("jobwise.llm.call.sends"), telemetry.ValueOf("jobwise.llm.cost")));
        Assert.DoesNotContain(telemetry.Measured, measured => measured.Name.Contains("tokens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GenerateJsonAsync_that_asks_again_counts_each_send_once()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response(text: "no JSON at all") with { Usage = null }, Some.Response(text: """{"score":7}"""));
        using var telemetry = new TelemetryUnderTest(pipeline);

        await pipeline.Service.GenerateJsonAsync(Request, VerdictJsonContext.Default.Verdict);

        Assert.Equal([1d, 1d], telemetry.Measured.Where(measured => measured.Name == TelemetryNames.SendsMade).Select(measured => measured.Value));
    }

    [Fact]
    public async Task GenerateAsync_that_fails_on_a_used_scope_counts_its_own_sends_only()
    {
        await using var pipeline = Create();
        var request = Request with { Call = new() { Scope = new LLMCallScope() } };
        await pipeline.Service.GenerateAsync(request);
        pipeline.Provider.Answer = (_, _) => throw new LLMAuthenticationException("no");
        using var telemetry = new TelemetryUnderTest(pipeline);

        await Assert.ThrowsAsync<LLMAuthenticationException>(() => pipeline.Service.GenerateAsync(request));

        Assert.Equal(1, telemetry.ValueOf(TelemetryNames.SendsMade));
    }

    [Fact]
    public async Task Cache_counts_each_lookup_once_and_each_hit_with_what_it_saved()
    {
        await using var pipeline = Create(response => response with { Model = "openai/gpt-oss-20b" }, options => options.Cache.IsEnabled = true);
        using var telemetry = new TelemetryUnderTest(pipeline);
        var request = Request with { Temperature = 0 };
        var paid = await pipeline.Service.GenerateAsync(request);

        await pipeline.Service.GenerateAsync(request);
        await pipeline.Service.GenerateStreamAsync(request).ToResponseAsync();
        await pipeline.Service.GenerateAsync(request with { Call = new LLMCallOptions { CacheMode = LLMCacheMode.Refresh } });
        await pipeline.Service.GenerateAsync(request with { Call = new LLMCallOptions { CacheMode = LLMCacheMode.Bypass } });

        Assert.Equal((3, 2), (Sum("jobwise.llm.cache.lookups"), Sum("jobwise.llm.cache.hits")));
        Assert.Equal(2 * (double)paid.Cost!.Usd!.Value, Sum("jobwise.llm.cache.saved"), precision: 12);
        Assert.Equal("test-model", telemetry.Measured.First(measured => measured.Name == "jobwise.llm.cache.hits").Tags["gen_ai.request.model"]);

        double Sum(string name) => telemetry.Measured.Where(measured => measured.Name == name).Sum(measured => measured.Value);
    }

    [Fact]
    public async Task No_tag_holds_words_of_a_prompt_an_answer_or_a_vendors_message()
    {
        await using var pipeline = Create();
        using var telemetry = new TelemetryUnderTest(pipeline);

        await pipeline.Service.GenerateAsync(Request);
        await pipeline.Service.GenerateStreamAsync(Request).ToResponseAsync();
        pipeline.Provider.Answer = (_, _) => throw new LLMInvalidRequestException("Refused: " + Prompt, new LLMErrorDetails { PartialText = AnswerText });
        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => pipeline.Service.GenerateAsync(Request));

        var values = telemetry.Spans.SelectMany(span => span.TagObjects.Select(tag => tag.Value).Append(span.DisplayName).Append(span.StatusDescription))
            .Concat(telemetry.Measured.SelectMany(measured => measured.Tags.Values));
        Assert.DoesNotContain(values, value => value?.ToString()?.Contains("the words", StringComparison.Ordinal) == true);
        Assert.All(telemetry.Spans, span => Assert.Empty(span.Events));
    }

    [Fact]
    public async Task Without_a_listener_the_inner_task_and_stream_are_handed_on_as_they_are()
    {
        await using var pipeline = Create();
        var inner = new FakeProvider { Answer = (_, _) => Task.FromResult(Some.Response()) };
        var task = Task.FromResult(Some.Response());
        inner.Answer = (_, _) => task;
        var service = new TelemetryLLMService(inner, pipeline.Services.GetRequiredService<CallInstruments>(), pipeline.Time);

        Assert.Same(task, service.GenerateAsync(Request));
        Assert.DoesNotContain(nameof(TelemetryLLMService), service.GenerateStreamAsync(Request).GetType().FullName);
    }

    private static LLMRequest Request => LLMRequest.FromPrompt(Prompt) with { Model = "test-model" };

    private static IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Ours(TelemetryUnderTest telemetry) =>
        telemetry.Measured.Where(measured => measured.Tags.ContainsKey(TelemetryNames.Operation));

    /// <summary>Answers after one second, with figures that differ from each other.</summary>
    private static PipelineUnderTest Create(Func<LLMResponse, LLMResponse>? change = null, Action<LLMPipelineOptions>? configure = null)
    {
        var pipeline = PipelineUnderTest.Create(configure);
        var response = Some.Response("answered-model", AnswerText) with
        {
            ResponseId = "r-1",
            Usage = new LLMUsage { PromptTokens = 11, CompletionTokens = 7, TotalTokens = 18, CachedTokens = 3, ReasoningTokens = 2 },
        };
        response = change?.Invoke(response) ?? response;
        pipeline.Provider.Answer = (_, _) =>
        {
            pipeline.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(response);
        };
        pipeline.Provider.Stream = (_, _) => new[]
        {
            LLMStreamUpdate.ForText(AnswerText), LLMStreamUpdate.ForCompleted(response with { TimeToFirstToken = TimeSpan.FromSeconds(0.5) }),
        }.ToAsyncEnumerable();
        return pipeline;
    }
}
