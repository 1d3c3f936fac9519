namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    [Fact]
    public async Task GenerateStreamAsync_folds_to_the_answer_and_ends_with_exactly_one_response()
    {
        var updates = await ReadAsync(Create().GenerateStreamAsync(CreateRequest()));

        Assert.Equal("Hello conforming world", string.Concat(updates.Select(update => update.Text)));
        Assert.True(updates.Count(update => !string.IsNullOrEmpty(update.Text)) > 1, "The answer came in one piece.");
        Assert.Single(updates, update => update.Kind == LLMStreamUpdateKind.Completed);
        Assert.Equal(LLMStreamUpdateKind.Completed, updates[^1].Kind);
    }

    [Fact]
    public async Task GenerateStreamAsync_completes_with_the_response_that_a_whole_answer_gives()
    {
        var service = Create();

        var whole = await service.GenerateAsync(CreateRequest());
        var streamed = await service.GenerateStreamAsync(CreateRequest()).ToResponseAsync();

        Assert.Equal(whole.Message.Parts, streamed.Message.Parts);
        Assert.Equal((whole.Provider, whole.Model, whole.FinishReason), (streamed.Provider, streamed.Model, streamed.FinishReason));
        Assert.Equal(
            (whole.Usage?.PromptTokens, whole.Usage?.CompletionTokens, whole.Usage?.TotalTokens),
            (streamed.Usage?.PromptTokens, streamed.Usage?.CompletionTokens, streamed.Usage?.TotalTokens));
        Assert.NotNull(streamed.TimeToFirstToken);
        Assert.True(streamed.TimeToFirstToken <= streamed.GenerationTime);
    }

    [Fact]
    public async Task GenerateStreamAsync_is_cold_and_each_enumeration_is_a_call()
    {
        var stream = Create().GenerateStreamAsync(CreateRequest());
        var before = Harness.Sent;

        await stream.ToResponseAsync();
        await stream.ToResponseAsync();

        Assert.Equal(0, before);
        Assert.Equal(2, Harness.Sent);
        Assert.True(Harness.IsIdle);
    }

    [Fact]
    public async Task GenerateStreamAsync_left_early_lets_go_of_the_connection()
    {
        await foreach (var update in Create(new ProviderBehaviour { Ending = StreamEnding.Hangs }).GenerateStreamAsync(CreateRequest()))
        {
            if (update.Text is { Length: > 0 })
            {
                break;
            }
        }

        Assert.Equal(1, Harness.Sent);
        Assert.True(Harness.IsIdle);
    }

    [Fact]
    public async Task GenerateStreamAsync_cut_off_throws_with_the_partial_text()
    {
        var stream = Create(new ProviderBehaviour { Ending = StreamEnding.Cut }).GenerateStreamAsync(CreateRequest());
        List<string?> seen = [];

        var error = await Assert.ThrowsAsync<LLMStreamInterruptedException>(async () =>
        {
            await foreach (var update in stream)
            {
                seen.Add(update.Text);
                Assert.NotEqual(LLMStreamUpdateKind.Completed, update.Kind);
            }
        });

        Assert.Equal("Hello ", string.Concat(seen));
        Assert.Equal(("Hello ", Harness.ProviderName, AskedModel), (error.PartialText, error.Provider, error.Model));
        Assert.True(Harness.IsIdle);
    }
}
