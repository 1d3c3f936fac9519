namespace JobWise.Llm.Mock.Tests.Script;

public class MockScriptExtensionsTests
{
    [Theory]
    [InlineData("please SUMMARIZE")]
    [InlineData("Summarize")]
    public async Task Answer_by_keyword_ignores_case(string prompt)
    {
        var llm = new MockLLMService().Answer("summarize", "yes");

        Assert.Equal("yes", await TextOf(llm, Some.Request(prompt)));
    }

    [Fact]
    public async Task Answer_by_keyword_looks_into_system_message_turns_and_tool_results()
    {
        var llm = new MockLLMService().Answer("alpha", "system").Answer("beta", "turn").Answer("gamma", "tool");

        var texts = new[]
        {
            await TextOf(llm, LLMRequest.FromPrompt("x", "alpha")),
            await TextOf(llm, new LLMRequest { Messages = [LLMMessage.User("beta"), LLMMessage.Assistant("x")] }),
            await TextOf(llm, new LLMRequest { Messages = [LLMMessage.ToolResult("1", "gamma")] }),
        };

        Assert.Equal(["system", "turn", "tool"], texts);
    }

    [Fact]
    public async Task Answer_by_several_rules_takes_the_first_that_fits()
    {
        var llm = new MockLLMService()
            .Answer(request => request.Model == "big", "predicate")
            .Answer("summary", "keyword")
            .Answer(request => $"function {request.Prompt}");

        var texts = new[]
        {
            await TextOf(llm, Some.Request("summary", "big")),
            await TextOf(llm, Some.Request("summary")),
            await TextOf(llm, Some.Request("other")),
        };

        Assert.Equal(["predicate", "keyword", "function other"], texts);
    }

    [Fact]
    public async Task Answer_by_functions_gets_the_request()
    {
        var llm = new MockLLMService()
            .Answer("k", request => $"keyword:{request.Prompt}")
            .Answer(request => request.Prompt == "p", request => $"predicate:{request.Prompt}")
            .Answer(async (request, cancellationToken) =>
            {
                await Task.Yield();
                return $"async:{request.Prompt}:{cancellationToken.CanBeCanceled}";
            });

        Assert.Equal("keyword:k", await TextOf(llm, Some.Request("k")));
        Assert.Equal("predicate:p", await TextOf(llm, Some.Request("p")));
        Assert.Equal("async:x:False", await TextOf(llm, Some.Request("x")));
    }

    [Fact]
    public async Task Answer_by_a_function_may_throw_what_the_call_fails_with()
    {
        var llm = new MockLLMService().Answer(request => request.MaxTokens > 10 ? throw new LLMContextLengthException("too long") : "ok");

        await Assert.ThrowsAsync<LLMContextLengthException>(() => llm.GenerateAsync(Some.Request() with { MaxTokens = 11 }));

        Assert.Equal("ok", await TextOf(llm, Some.Request()));
    }

    [Fact]
    public async Task Answer_by_a_function_that_returns_null_says_what_to_return()
    {
        var llm = new MockLLMService().Answer(_ => (MockAnswer)null!);

        var error = await Assert.ThrowsAsync<MockAssertionException>(() => llm.GenerateAsync(Some.Request()));

        Assert.Equal("A scripted function returned null. Return a text, a MockAnswer, a LLMResponse or a MockFault.", error.Message);
    }

    [Fact]
    public async Task Answer_with_times_gives_way_to_the_next_rule()
    {
        var llm = new MockLLMService().Answer("a", "first", times: 2).Answer("a", "then");

        var texts = new[] { await TextOf(llm), await TextOf(llm), await TextOf(llm) };

        Assert.Equal(["first", "first", "then"], texts);
    }

    [Fact]
    public async Task Answer_with_a_response_gives_it_exactly()
    {
        var given = new LLMResponse { Message = LLMMessage.Assistant("whole answer"), Provider = "groq", Model = "m", RequestId = "r1" };
        var llm = new MockLLMService().Answer("a", given);

        Assert.Same(given, await llm.GenerateAsync(Some.Request()));
        Assert.Same(given, await llm.GenerateStreamAsync(Some.Request()).ToResponseAsync());
    }

    [Fact]
    public async Task AnswerNext_is_used_before_the_rules_and_only_once()
    {
        var llm = new MockLLMService().Answer("a", "rule").AnswerNext("one", MockFault.ServerError()).AnswerNext(request => request.Prompt!);

        var first = await TextOf(llm);
        await Assert.ThrowsAsync<LLMServerException>(() => llm.GenerateAsync(Some.Request()));
        var rest = new[] { await TextOf(llm, Some.Request("a prompt")), await TextOf(llm) };

        Assert.Equal("one", first);
        Assert.Equal(["a prompt", "rule"], rest);
    }

    [Fact]
    public async Task AnswerJson_writes_the_value()
    {
        var llm = new MockLLMService()
            .AnswerJson("greet", new Greeting("hi", 2), GreetingContext.Default.Greeting)
            .AnswerJson(new Greeting("bye", 1), GreetingContext.Default.Greeting);

        Assert.Equal("""{"Word":"hi","Times":2}""", await TextOf(llm, Some.Request("greet me")));
        Assert.Equal("""{"Word":"bye","Times":1}""", await TextOf(llm));
    }

    [Fact]
    public async Task Fail_so_many_times_then_succeeds()
    {
        var llm = new MockLLMService().Fail(MockFault.RateLimited(TimeSpan.FromSeconds(7)), times: 2).Answer("a", "fine");

        var first = await Assert.ThrowsAsync<LLMRateLimitException>(() => llm.GenerateAsync(Some.Request()));
        await Assert.ThrowsAsync<LLMRateLimitException>(() => llm.GenerateAsync(Some.Request()));

        Assert.Equal(TimeSpan.FromSeconds(7), first.RetryAfter);
        Assert.Equal("fine", await TextOf(llm));
    }

    [Fact]
    public async Task Fail_by_keyword_leaves_other_calls_alone()
    {
        var llm = new MockLLMService().Fail("bad", new LLMPermissionException("no")).AnswerByDefault("fine");

        await Assert.ThrowsAsync<LLMPermissionException>(() => llm.GenerateAsync(Some.Request("a bad one")));

        Assert.Equal("fine", await TextOf(llm));
    }

    [Fact]
    public void Answer_zero_times_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MockLLMService().Answer("a", "b", times: 0));

    [Fact]
    public async Task Clear_removes_rules_queue_and_default()
    {
        var llm = new MockLLMService().Answer("a", "rule").AnswerNext("next").AnswerByDefault("default");

        llm.Script.Clear();

        Assert.Equal(MockAnswer.DefaultText, await TextOf(llm));
        llm.AssertAllAnswersUsed();
    }

    [Fact]
    public async Task Answer_on_a_shared_script_serves_both_mocks()
    {
        var script = new MockScript().AnswerNext("one", "two");
        var first = new MockLLMService(new MockLLMOptions { Script = script });
        var second = new MockLLMService(new MockLLMOptions { Script = script });

        Assert.Equal("one", await TextOf(first));
        Assert.Equal("two", await TextOf(second));
        first.AssertCalledOnce();
    }

    private static async Task<string> TextOf(MockLLMService llm, LLMRequest? request = null) =>
        (await llm.GenerateAsync(request ?? Some.Request("say a"))).Text;
}
