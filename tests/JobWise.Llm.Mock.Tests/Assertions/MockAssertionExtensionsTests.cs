namespace JobWise.Llm.Mock.Tests.Assertions;

public class MockAssertionExtensionsTests
{
    private static string NewLine => Environment.NewLine;

    [Fact]
    public async Task AssertCalledWith_gives_the_first_call_that_fits()
    {
        var llm = await CreateCalledAsync("one apple", "two APPLES");

        Assert.Same(llm.Calls[0], llm.AssertCalledWith("Apple"));
        Assert.Same(llm.Calls[1], llm.AssertCalledWith(request => request.Prompt == "two APPLES"));
    }

    [Fact]
    public async Task AssertCalledWith_a_missing_keyword_lists_the_calls_without_their_text()
    {
        var llm = await CreateCalledAsync("one", "two words");

        var error = Assert.Throws<MockAssertionException>(() => llm.AssertCalledWith("pear"));

        Assert.Equal(
            $"Expected a call that contains 'pear', but none of 2 was.{NewLine}Calls made:{NewLine}"
            + $"  1. call, model (default), workflow (none), messages 1, characters 3, Succeeded{NewLine}"
            + "  2. call, model (default), workflow (none), messages 1, characters 9, Succeeded",
            error.Message);
    }

    [Fact]
    public async Task AssertCalledWith_shows_the_text_where_the_options_ask_for_it()
    {
        var llm = await CreateCalledAsync("one");
        llm.Options.ShowTextInAssertions = true;

        var error = Assert.Throws<MockAssertionException>(() => llm.AssertCalledWith(_ => false));

        Assert.Equal(
            $"Expected a call that the predicate accepts, but none of 1 was.{NewLine}Calls made:{NewLine}"
            + "  1. call, model (default), workflow (none), messages 1, characters 3, Succeeded, text \"one\"",
            error.Message);
    }

    [Fact]
    public async Task AssertCalledOnce_gives_the_call_or_says_how_many_there_were()
    {
        var once = await CreateCalledAsync("one");
        var never = new MockLLMService();

        Assert.Same(once.Calls[0], once.AssertCalledOnce());
        var error = Assert.Throws<MockAssertionException>(() => never.AssertCalledOnce());
        Assert.Equal($"Expected exactly one call, but there were 0.{NewLine}No calls were made.", error.Message);
    }

    [Fact]
    public async Task AssertNotCalled_fails_after_a_call()
    {
        var llm = new MockLLMService();
        llm.AssertNotCalled();
        await llm.GenerateStreamAsync(Some.Request("one", "m") with { Workflow = "w" }).ToResponseAsync();

        var error = Assert.Throws<MockAssertionException>(llm.AssertNotCalled);

        Assert.Equal(
            $"Expected no call, but there were 1.{NewLine}Calls made:{NewLine}  1. stream, model m, workflow w, messages 1, characters 3, Succeeded",
            error.Message);
    }

    [Fact]
    public async Task AssertCallCount_counts_failed_calls_too()
    {
        var llm = new MockLLMService().Fail(MockFault.Quota());
        await Assert.ThrowsAsync<LLMQuotaException>(() => llm.GenerateAsync(Some.Request("one")));

        llm.AssertCallCount(1);
        var error = Assert.Throws<MockAssertionException>(() => llm.AssertCallCount(2));

        Assert.StartsWith($"Expected 2 calls, but there were 1.{NewLine}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertAllAnswersUsed_names_what_was_left()
    {
        var llm = new MockLLMService().AnswerNext("x", "y").Answer("used", "x").Answer("left", "y").Fail("once", MockFault.Quota(), times: 2);
        await llm.GenerateAsync(Some.Request("first"));

        var error = Assert.Throws<MockAssertionException>(llm.AssertAllAnswersUsed);

        Assert.StartsWith(
            "Expected all answers to be used, but these were not: queued answer 2 (used 0 of 1 times), 'used' (used 0 times), "
            + "'left' (used 0 times), fault Quota for 'once' (used 0 of 2 times).",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertAllAnswersUsed_is_content_when_each_was()
    {
        var llm = new MockLLMService().AnswerNext("x").Answer("word", "y", times: 1).Answer("word", "z");
        await llm.GenerateAsync(Some.Request("word"));
        await llm.GenerateAsync(Some.Request("word"));
        await llm.GenerateAsync(Some.Request("word"));

        llm.AssertAllAnswersUsed();
    }

    private static async Task<MockLLMService> CreateCalledAsync(params string[] prompts)
    {
        var llm = new MockLLMService();
        foreach (var prompt in prompts)
        {
            await llm.GenerateAsync(Some.Request(prompt));
        }

        return llm;
    }
}
