namespace JobWise.Llm.Conformance;

public abstract partial class LLMServiceConformance
{
    [Fact]
    public async Task Cancelled_before_it_begins_nothing_is_sent()
    {
        var service = Create();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var whole = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.GenerateAsync(CreateRequest(), source.Token));
        var streamed = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ReadAsync(service.GenerateStreamAsync(CreateRequest(), source.Token)));

        Assert.Equal([source.Token, source.Token], [whole.CancellationToken, streamed.CancellationToken]);
        Assert.Equal(0, Harness.Sent);
    }

    [Fact]
    public async Task Cancelled_while_it_waits_for_the_answer_it_throws_with_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();

        var call = Create(new ProviderBehaviour { Failure = ProviderFailure.Hangs }).GenerateAsync(CreateRequest(), source.Token);
        await Harness.Arrival;
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(Harness.IsIdle);
    }

    [Fact]
    public async Task Cancelled_while_a_stream_opens_it_throws_with_the_token_of_the_caller()
    {
        using var source = new CancellationTokenSource();

        var call = ReadAsync(Create(new ProviderBehaviour { Failure = ProviderFailure.Hangs }).GenerateStreamAsync(CreateRequest(), source.Token));
        await Harness.Arrival;
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(Harness.IsIdle);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_amid_a_stream_it_throws_with_the_token_of_the_caller(bool throughTheEnumerator)
    {
        using var source = new CancellationTokenSource();
        var stream = Create(new ProviderBehaviour { Ending = StreamEnding.Hangs })
            .GenerateStreamAsync(CreateRequest(), throughTheEnumerator ? default : source.Token);

        await using var updates = stream.GetAsyncEnumerator(throughTheEnumerator ? source.Token : default);
        while (await updates.MoveNextAsync() && updates.Current.Text is null or "")
        {
        }

        var next = updates.MoveNextAsync().AsTask();
        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(Harness.IsIdle);
    }

    [Fact]
    public async Task Cancelled_lists_and_health_checks_throw_with_the_token_of_the_caller()
    {
        var service = Create();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var models = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.GetAvailableModelsAsync(source.Token));
        var health = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.CheckHealthAsync(source.Token));

        Assert.Equal([source.Token, source.Token], [models.CancellationToken, health.CancellationToken]);
    }
}
