namespace JobWise.Llm.Tests;

public sealed class LLMStreamExtensionsTests
{
    [Fact]
    public async Task ToResponseAsync_complete_stream_gives_the_last_updates_response()
    {
        var response = Some.Response("Hello");

        var folded = await StreamOf(LLMStreamUpdate.ForText("Hello"), LLMStreamUpdate.ForCompleted(response)).ToResponseAsync();

        Assert.Same(response, folded);
    }

    [Fact]
    public async Task ToResponseAsync_cut_stream_throws_with_text_and_usage_so_far()
    {
        var usage = new LLMUsage { CompletionTokens = 2 };
        var cut = StreamOf(LLMStreamUpdate.ForText("Hel"), LLMStreamUpdate.ForUsage(usage), LLMStreamUpdate.ForText("lo"));

        var exception = await Assert.ThrowsAsync<LLMStreamInterruptedException>(() => cut.ToResponseAsync());

        Assert.Equal(("Hello", usage), (exception.PartialText, exception.Usage));
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public void Accumulator_tool_call_pieces_with_late_name_and_empty_ids_make_one_call()
    {
        var soFar = new LLMStreamAccumulator();

        soFar.Add(LLMStreamUpdate.ForToolCall(new() { Index = 1, Id = "call-1" }));
        soFar.Add(LLMStreamUpdate.ForToolCall(new() { Index = 1, Id = "", Name = "look", Arguments = "{\"a\":" }));
        soFar.Add(LLMStreamUpdate.ForToolCall(new() { Index = 1, Arguments = "1}" }));

        Assert.Equal(
            new LLMToolCallPart { Id = "call-1", Name = "look", Arguments = "{\"a\":1}" },
            Assert.Single(soFar.ToMessage().ToolCalls));
    }

    [Fact]
    public void Accumulator_reasoning_stays_out_of_the_text()
    {
        var soFar = new LLMStreamAccumulator();

        soFar.Add(LLMStreamUpdate.ForReasoning("hm"));
        soFar.Add(LLMStreamUpdate.ForText("yes"));

        Assert.Equal("yes", soFar.Text);
        Assert.Equal("yes", soFar.ToMessage().Text);
        Assert.Equal("hm", Assert.Single(soFar.ToMessage().Parts.OfType<LLMReasoningPart>()).Text);
    }

    private static async IAsyncEnumerable<LLMStreamUpdate> StreamOf(params LLMStreamUpdate[] updates)
    {
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update;
        }
    }
}
