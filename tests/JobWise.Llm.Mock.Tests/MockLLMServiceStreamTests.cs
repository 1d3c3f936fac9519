using JobWise.Llm.TestKit;

namespace JobWise.Llm.Mock.Tests;

public class MockLLMServiceStreamTests
{
    [Fact]
    public async Task GenerateStreamAsync_yields_words_then_usage_then_the_response()
    {
        var llm = new MockLLMService().Answer("summary", "One  two\nthree");

        var updates = await Some.ReadAsync(llm.GenerateStreamAsync(Some.Request()));

        Assert.Equal(["One  ", "two\n", "three"], Some.Texts(updates));
        Assert.Equal(LLMStreamUpdateKind.Usage, updates[^2].Kind);
        Assert.Equal("One  two\nthree", updates[^1].Response?.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("  lead")]
    [InlineData("trail \n")]
    public async Task GenerateStreamAsync_loses_no_character_of_odd_texts(string text)
    {
        var llm = new MockLLMService().AnswerByDefault(text);

        var updates = await Some.ReadAsync(llm.GenerateStreamAsync(Some.Request()));

        Assert.Equal(text, string.Concat(Some.Texts(updates)));
        Assert.Equal(text, updates[^1].Response?.Text);
    }

    [Fact]
    public async Task GenerateStreamAsync_is_cold_and_each_enumeration_is_a_call()
    {
        var llm = new MockLLMService().AnswerNext("first", "second");
        var stream = llm.GenerateStreamAsync(Some.Request());
        var before = llm.Calls.Count;

        var texts = new[] { await stream.ToResponseAsync(), await stream.ToResponseAsync() }.Select(response => response.Text);

        Assert.Equal(0, before);
        Assert.Equal(["first", "second"], texts);
        Assert.All(llm.Calls, call => Assert.True(call.IsStreamed));
    }

    [Fact]
    public async Task GenerateStreamAsync_streams_chunks_reasoning_and_tool_calls_that_fold_to_the_response()
    {
        var call = new LLMToolCallPart { Id = "c1", Name = "find", Arguments = """{"q":1}""" };
        var llm = new MockLLMService().AnswerByDefault(MockAnswer.InChunks("a", "bc") with { Reasoning = "hm", ToolCalls = [call] });
        var fold = new LLMStreamAccumulator();

        await foreach (var update in llm.GenerateStreamAsync(Some.Request()))
        {
            fold.Add(update);
        }

        Assert.Equal("abc", fold.Text);
        Assert.Equal(fold.ToMessage().Parts, fold.Response!.Message.Parts);
        Assert.Equal(LLMFinishReason.ToolCalls, fold.Response.FinishReason);
    }

    [Fact]
    public async Task GenerateStreamAsync_waits_before_the_first_and_between_the_chunks()
    {
        var time = new TwoClockTimeProvider();
        var options = new MockLLMOptions { Latency = TimeSpan.FromSeconds(2), ChunkDelay = TimeSpan.FromSeconds(1) };
        var llm = new MockLLMService(options, timeProvider: time).AnswerByDefault("a b c");

        var call = llm.GenerateStreamAsync(Some.Request()).ToResponseAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));

        var response = await call;
        Assert.Equal(TimeSpan.FromSeconds(2), response.TimeToFirstToken);
        Assert.Equal(TimeSpan.FromSeconds(4), response.GenerationTime);
    }

    [Fact]
    public async Task GenerateStreamAsync_interrupted_keeps_the_partial_text()
    {
        var llm = new MockLLMService().AnswerNext(new MockAnswer { Text = "one two three", Fault = MockFault.StreamInterrupted(2) });
        List<string?> seen = [];

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(async () =>
        {
            await foreach (var update in llm.GenerateStreamAsync(Some.Request()))
            {
                seen.Add(update.Text);
            }
        });

        Assert.Equal(["one ", "two "], seen);
        Assert.Equal(("mock", "mock-model", "one two "), (error.Provider, error.Model, error.PartialText));
        Assert.Equal(MockCallOutcome.Failed, llm.Calls[0].Outcome);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_ends_without_completion_is_found_by_the_fold()
    {
        var llm = new MockLLMService().AnswerNext(new MockAnswer { Text = "one two", Fault = MockFault.EndWithoutCompletion(1) });

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => llm.GenerateStreamAsync(Some.Request()).ToResponseAsync());

        Assert.Equal("one ", error.PartialText);
        Assert.Equal(MockCallOutcome.EndedEarly, llm.Calls[0].Outcome);
    }

    [Fact]
    public async Task GenerateStreamAsync_left_early_is_recorded_as_abandoned()
    {
        var llm = new MockLLMService();

        await foreach (var _ in llm.GenerateStreamAsync(Some.Request()))
        {
            break;
        }

        Assert.Equal(MockCallOutcome.Abandoned, llm.Calls[0].Outcome);
    }

    [Fact]
    public async Task GenerateStreamAsync_hanging_after_a_chunk_ends_with_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();
        var llm = new MockLLMService().Fail(MockFault.Hang(afterChunks: 1));
        await using var updates = llm.GenerateStreamAsync(Some.Request(), source.Token).GetAsyncEnumerator(CancellationToken.None);
        await updates.MoveNextAsync();

        var next = updates.MoveNextAsync().AsTask();
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(MockCallOutcome.Cancelled, llm.Calls[0].Outcome);
    }

    [Fact]
    public void GenerateStreamAsync_without_a_request_throws_at_once() =>
        Assert.Throws<ArgumentNullException>(() => new MockLLMService().GenerateStreamAsync(null!));
}
