namespace JobWise.Llm.Pipeline.Tests;

public class CacheLLMServiceTests
{
    public static TheoryData<string, LLMResponse> NoGood => new()
    {
        { "cut", Some.Response() with { FinishReason = LLMFinishReason.Length } },
        { "withheld", Some.Response() with { FinishReason = LLMFinishReason.ContentFilter } },
        { "for no known reason", Some.Response() with { FinishReason = default } },
        { "empty", Some.Response(text: "") },
    };

    [Fact]
    public async Task GenerateAsync_with_the_cache_off_sends_every_call()
    {
        await using var pipeline = PipelineUnderTest.Create();

        Assert.False((await AskTwiceAsync(pipeline)).IsCached);
        Assert.Equal(2, pipeline.Provider.Requests.Count);
    }

    [Fact]
    public async Task GenerateAsync_of_the_same_request_is_answered_without_a_send_as_a_call_of_its_own_that_costs_nothing()
    {
        await using var pipeline = Create();
        var original = Some.Response() with
        {
            GenerationTime = TimeSpan.FromSeconds(2),
            RateLimits = new LLMRateLimitSnapshot { RequestLimit = 1 },
            RequestId = "r",
        };
        pipeline.Provider.Script(original);

        var first = await pipeline.Service.GenerateAsync(Some.Request);
        var hit = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Single(pipeline.Provider.Requests);
        Assert.Equal((false, true), (first.IsCached, hit.IsCached));
        Assert.Equal((original.Text, original.Usage, "r"), (hit.Text, hit.Usage, hit.RequestId));
        Assert.Equal((0m, TimeSpan.Zero, null), (hit.Cost!.Usd, hit.GenerationTime, hit.RateLimits));
        Assert.Equal(("groq", "groq-default", 0), (hit.Route!.Instance, hit.Route.RequestedModel, hit.Route.Sends));
        Assert.NotEqual(first.Route!.CallId, hit.Route.CallId);
    }

    [Fact]
    public async Task GenerateAsync_after_the_time_to_live_sends_anew()
    {
        await using var pipeline = Create();
        await pipeline.Service.GenerateAsync(Some.Request);

        pipeline.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
        pipeline.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Theory]
    [MemberData(nameof(NoGood), DisableDiscoveryEnumeration = true)]
    public async Task GenerateAsync_does_not_keep_an_answer_that_is_(string what, LLMResponse answer)
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(answer, answer);

        Assert.False((await AskTwiceAsync(pipeline)).IsCached, what);
    }

    [Fact]
    public async Task GenerateAsync_does_not_keep_an_answer_that_its_caller_refuses_or_cannot_judge()
    {
        await using var pipeline = Create();
        var refused = Some.Request with { Call = new() { Accept = _ => false } };
        var unjudged = Some.Request with { Call = new() { Accept = _ => throw new FormatException() } };

        await pipeline.Service.GenerateAsync(refused);
        await pipeline.Service.GenerateAsync(unjudged);

        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task GenerateAsync_of_a_caller_that_wants_more_than_was_kept_sends_anew_and_keeps_the_better()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response(text: "poor"), Some.Response(text: "good"));
        await pipeline.Service.GenerateAsync(Some.Request);

        var better = await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Accept = answer => answer.Text == "good" } });

        Assert.Equal(("good", false), (better.Text, better.IsCached));
        Assert.Equal("good", (await pipeline.Service.GenerateAsync(Some.Request)).Text);
        Assert.Equal(2, pipeline.Provider.Requests.Count);
    }

    [Theory]
    [InlineData("groq", "m", true)]
    [InlineData("other", "m", false)]
    [InlineData("groq", "n", false)]
    public void Save_keeps_the_answer_of_the_lane_of_the_key_only(string instance, string model, bool isKept)
    {
        using var settings = new SettingsUnderTest(_ => { });
        var store = new MemoryResponseStore(settings.Current, TimeProvider.System);
        var request = Some.Request with { Model = "m" };
        var call = new CachedCall(request, default, "GROQ", TimeSpan.FromHours(1), store);

        call.Save(Some.Response() with { Route = new LLMRoute { Instance = instance, RequestedModel = model } });

        Assert.Equal(isKept, call.FindNow() is not null);
    }

    [Fact]
    public async Task GenerateAsync_keeps_no_failure()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(new LLMInvalidRequestException("no"), Some.Response());

        await Assert.ThrowsAsync<LLMInvalidRequestException>(() => pipeline.Service.GenerateAsync(Some.Request));

        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task GenerateAsync_for_another_tenant_never_shares()
    {
        await using var pipeline = Create();
        await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "a" } });

        Assert.False((await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "b" } })).IsCached);
        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
        Assert.True((await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "a" } })).IsCached);
    }

    [Theory]
    [InlineData(LLMCacheMode.Default, true, true)]
    [InlineData(LLMCacheMode.Bypass, false, false)]
    [InlineData(LLMCacheMode.Refresh, false, true)]
    [InlineData(LLMCacheMode.ReadOnly, true, false)]
    public async Task A_call_of_a_mode_reads_and_stores_what_the_mode_says(LLMCacheMode mode, bool reads, bool stores)
    {
        foreach (var ask in new Func<ILLMService, LLMRequest, Task<LLMResponse>>[] { AskAsync, StreamAsync })
        {
            await using var pipeline = Create();
            var ofMode = Some.Request with { Call = new() { CacheMode = mode } };

            await ask(pipeline.Service, ofMode);
            Assert.Equal(stores, (await ask(pipeline.Service, Some.Request)).IsCached);
            Assert.Equal(reads, (await ask(pipeline.Service, ofMode)).IsCached);
        }
    }

    [Fact]
    public async Task GenerateAsync_with_refresh_replaces_what_was_kept()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response(text: "old"), Some.Response(text: "new"));
        await pipeline.Service.GenerateAsync(Some.Request);

        await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { CacheMode = LLMCacheMode.Refresh } });

        Assert.Equal("new", (await pipeline.Service.GenerateAsync(Some.Request)).Text);
    }

    [Fact]
    public async Task GenerateStreamAsync_of_an_answer_that_came_whole_replays_it_in_one_text()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Some.Response() with
        {
            Message = LLMMessage.Of(
                LLMRole.Assistant,
                new LLMReasoningPart { Text = "why" },
                new LLMTextPart { Text = "Hello world" },
                new LLMToolCallPart { Id = "1", Name = "a", Arguments = "{}" },
                new LLMToolCallPart { Id = "2", Name = "b", Arguments = "[]" }),
        });
        var whole = await pipeline.Service.GenerateAsync(Some.Request);

        List<LLMStreamUpdate> updates = await ListAsync(pipeline.Service.GenerateStreamAsync(Some.Request));

        Assert.Equal(["why", "Hello world", "0 1 a {}", "1 2 b []", "hit"], updates.Select(update => update switch
        {
            { ToolCall: { } call } => $"{call.Index} {call.Id} {call.Name} {call.Arguments}",
            { Response: { } response } => response.IsCached && response.Message == whole.Message ? "hit" : "miss",
            _ => update.Text ?? update.Reasoning,
        }));
        Assert.Single(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_of_an_answer_that_was_streamed_is_a_hit()
    {
        await using var pipeline = Create();

        var streamed = await StreamAsync(pipeline.Service, Some.Request);
        var hit = await pipeline.Service.GenerateAsync(Some.Request);

        Assert.Equal((false, true, "Hello world"), (streamed.IsCached, hit.IsCached, hit.Text));
    }

    [Fact]
    public async Task GenerateJsonAsync_shares_its_entry_with_equal_calls_and_never_keeps_what_it_refuses()
    {
        await using var pipeline = Create();
        pipeline.Provider.Script(Small("no JSON"), Small("""{"score":7}"""), Small("""{"score":8}"""));

        var first = await pipeline.Service.GenerateJsonAsync(Some.Request, VerdictJsonContext.Default.Verdict);
        var second = await pipeline.Service.GenerateJsonAsync(Some.Request, VerdictJsonContext.Default.Verdict);
        var third = await pipeline.Service.GenerateJsonAsync(Some.Request, VerdictJsonContext.Default.Verdict);

        Assert.Equal((7, 8, 8), (first.Value.Score, second.Value.Score, third.Value.Score));
        Assert.Equal((false, true, 3), (second.Response.IsCached, third.Response.IsCached, pipeline.Provider.Requests.Count));
    }

    [Fact]
    public async Task A_stream_that_breaks_or_is_left_early_is_not_kept()
    {
        await using var pipeline = Create();
        pipeline.Provider.Stream = (_, _) => Some.StreamThatFails(new LLMConnectionException("cut"), "Hel");
        await Assert.ThrowsAsync<LLMConnectionException>(() => StreamAsync(pipeline.Service, Some.Request));
        pipeline.Provider.Stream = (_, token) => Some.StreamThatHangs([LLMStreamUpdate.ForText("Hel")], token);
        await foreach (var _ in pipeline.Service.GenerateStreamAsync(Some.Request))
        {
            break;
        }

        Assert.False((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
    }

    [Fact]
    public async Task A_workflow_may_turn_the_cache_on_or_off_and_have_a_time_of_its_own()
    {
        await using var pipeline = Create(
            options => options.Cache.Workflows["OFF"] = new() { IsEnabled = false },
            settings: new() { ["JobWise:Llm:Cache:Workflows:short:TimeToLive"] = "00:01:00" },
            build: builder => builder.ConfigureWorkflow("off", _ => { }).ConfigureWorkflow("short", _ => { }));

        await AskTwiceAsync(pipeline, Some.Request with { Workflow = "off" });
        Assert.Equal(2, pipeline.Provider.Requests.Count);

        var brief = LLMRequest.FromPrompt("short") with { Workflow = "short" };
        await pipeline.Service.GenerateAsync(brief);
        pipeline.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await pipeline.Service.GenerateAsync(brief)).IsCached);
    }

    private static PipelineUnderTest Create(
        Action<LLMPipelineOptions>? configure = null,
        Action<ILLMBuilder>? build = null,
        Dictionary<string, string?>? settings = null) => PipelineUnderTest.Create(
        options =>
        {
            options.Cache.IsEnabled = true;
            configure?.Invoke(options);
        },
        build,
        settings);

    private static LLMResponse Small(string text) => Some.Response(text: text) with { Usage = new() { PromptTokens = 1, CompletionTokens = 1 } };

    private static Task<LLMResponse> AskAsync(ILLMService service, LLMRequest request) => service.GenerateAsync(request);

    private static Task<LLMResponse> StreamAsync(ILLMService service, LLMRequest request) => service.GenerateStreamAsync(request).ToResponseAsync();

    private static async Task<LLMResponse> AskTwiceAsync(PipelineUnderTest pipeline, LLMRequest? request = null)
    {
        await pipeline.Service.GenerateAsync(request ?? Some.Request);
        return await pipeline.Service.GenerateAsync(request ?? Some.Request);
    }

    private static async Task<List<LLMStreamUpdate>> ListAsync(IAsyncEnumerable<LLMStreamUpdate> updates)
    {
        List<LLMStreamUpdate> list = [];
        await foreach (var update in updates)
        {
            list.Add(update);
        }

        return list;
    }
}
