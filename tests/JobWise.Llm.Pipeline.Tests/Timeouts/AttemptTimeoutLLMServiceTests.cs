using System.Threading.Channels;

namespace JobWise.Llm.Pipeline.Tests;

public class AttemptTimeoutLLMServiceTests
{
    private static readonly LLMStreamUpdate Limits = LLMStreamUpdate.ForRateLimits(new LLMRateLimitSnapshot());
    private readonly Channel<LLMStreamUpdate> _sent = Channel.CreateUnbounded<LLMStreamUpdate>();

    [Fact]
    public async Task GenerateAsync_without_an_answer_fails_after_the_wait_for_the_first_content()
    {
        await using var pipeline = Create();
        pipeline.Provider.Answer = (_, token) => Some.Never(token);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
        Assert.Equal((LLMTimeoutPhase.FirstContent, true, "groq", "groq-default"), (error.Phase, error.IsTransient, error.Provider, error.Model));
        Assert.Equal(
            "The provider 'groq' sent no content within 30 s. Raise JobWise:Llm:Providers:groq:FirstContentTimeout or "
            + "JobWise:Llm:AttemptTimeouts:FirstContent if it needs longer.",
            error.Message);
    }

    [Fact]
    public async Task GenerateAsync_with_a_wait_set_for_the_instance_uses_it()
    {
        await using var pipeline = Create(options => options.ConfigureProvider("groq", groq => groq.FirstContentTimeout = TimeSpan.FromSeconds(3)));
        pipeline.Provider.Answer = (_, token) => Some.Never(token);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<LLMTimeoutException>(() => answer);
    }

    [Fact]
    public async Task GenerateStreamAsync_with_headers_only_fails_after_the_wait_for_the_first_content()
    {
        await using var pipeline = Create();
        await using var updates = Read(pipeline);
        await SendAsync(updates, Limits);

        var move = updates.MoveNextAsync().AsTask();
        pipeline.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(LLMTimeoutPhase.FirstContent, (await Assert.ThrowsAsync<LLMTimeoutException>(() => move)).Phase);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_stalls_after_content_fails_after_the_idle_wait_with_what_had_come()
    {
        await using var pipeline = Create(options => options.AttemptTimeouts.Idle = TimeSpan.FromSeconds(12));
        await using var updates = Read(pipeline);
        await SendAsync(updates, LLMStreamUpdate.ForText("Hello"));

        var move = updates.MoveNextAsync().AsTask();
        pipeline.Time.Advance(TimeSpan.FromSeconds(12));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => move);
        Assert.Equal((LLMTimeoutPhase.Idle, "Hello", 1), (error.Phase, error.PartialText, error.Sends));
        Assert.Equal(
            "The provider 'groq' sent no further content within 12 s. Raise JobWise:Llm:Providers:groq:IdleTimeout or "
            + "JobWise:Llm:AttemptTimeouts:Idle if it needs longer.",
            error.Message);
    }

    [Fact]
    public async Task GenerateStreamAsync_with_updates_that_are_no_content_does_not_start_the_idle_wait_anew()
    {
        await using var pipeline = Create();
        await using var updates = Read(pipeline);
        await SendAsync(updates, LLMStreamUpdate.ForText("Hello"));

        await PassAsync(pipeline, updates, 20, Limits);
        await PassAsync(pipeline, updates, 9, LLMStreamUpdate.ForText(""));
        var move = updates.MoveNextAsync().AsTask();
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(LLMTimeoutPhase.Idle, (await Assert.ThrowsAsync<LLMTimeoutException>(() => move)).Phase);
    }

    [Fact]
    public async Task GenerateStreamAsync_with_content_in_time_starts_the_idle_wait_anew()
    {
        await using var pipeline = Create(options => options.Timeout = TimeSpan.FromMinutes(5));
        await using var updates = Read(pipeline);
        await SendAsync(updates, LLMStreamUpdate.ForText("Hello"));

        await PassAsync(pipeline, updates, 29, LLMStreamUpdate.ForReasoning("hm"));
        await PassAsync(pipeline, updates, 29, LLMStreamUpdate.ForToolCall(new LLMToolCallDelta()));
        await PassAsync(pipeline, updates, 29, LLMStreamUpdate.ForText("!"));

        Assert.Equal("!", updates.Current.Text);
    }

    [Fact]
    public async Task GenerateStreamAsync_whose_consumer_takes_longer_than_the_idle_wait_goes_on()
    {
        await using var pipeline = Create(options => options.Timeout = TimeSpan.FromMinutes(5));
        await using var updates = Read(pipeline);
        await SendAsync(updates, LLMStreamUpdate.ForText("Hello"));

        pipeline.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(updates, LLMStreamUpdate.ForText("!"));

        Assert.Equal("!", updates.Current.Text);
    }

    [Fact]
    public async Task GenerateStreamAsync_that_goes_on_beyond_the_limit_of_the_attempt_fails_though_content_comes()
    {
        await using var pipeline = Create(options => options.AttemptTimeouts.Attempt = TimeSpan.FromSeconds(50));
        await using var updates = Read(pipeline);
        await SendAsync(updates, LLMStreamUpdate.ForText("Hello"));

        await PassAsync(pipeline, updates, 25, LLMStreamUpdate.ForText(" you"));
        var move = updates.MoveNextAsync().AsTask();
        pipeline.Time.Advance(TimeSpan.FromSeconds(25));

        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => move);
        Assert.Equal((LLMTimeoutPhase.Attempt, "Hello you"), (error.Phase, error.PartialText));
        Assert.Equal(
            "The provider 'groq' sent no complete answer within 50 s. Raise JobWise:Llm:Providers:groq:AttemptTimeout or "
            + "JobWise:Llm:AttemptTimeouts:Attempt if it needs longer.",
            error.Message);
    }

    [Fact]
    public async Task GenerateAsync_with_an_attempt_limit_of_the_instance_ends_at_it()
    {
        await using var pipeline = Create(options => options.ConfigureProvider("groq", groq => groq.AttemptTimeout = TimeSpan.FromSeconds(3)));
        pipeline.Provider.Answer = (_, token) => Some.Never(token);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        pipeline.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(LLMTimeoutPhase.Attempt, (await Assert.ThrowsAsync<LLMTimeoutException>(() => answer)).Phase);
    }

    private static PipelineUnderTest Create(Action<LLMPipelineOptions>? configure = null) => PipelineUnderTest.Create(options =>
    {
        options.Retry.MaxAttempts = 1;
        configure?.Invoke(options);
    });

    private IAsyncEnumerator<LLMStreamUpdate> Read(PipelineUnderTest pipeline)
    {
        pipeline.Provider.Stream = (_, token) => _sent.Reader.ReadAllAsync(token);
        return pipeline.Service.GenerateStreamAsync(Some.Request).GetAsyncEnumerator();
    }

    private async Task SendAsync(IAsyncEnumerator<LLMStreamUpdate> updates, LLMStreamUpdate update)
    {
        await _sent.Writer.WriteAsync(update);
        Assert.True(await updates.MoveNextAsync());
    }

    /// <summary>The consumer waits, time passes, and then the update comes.</summary>
    private async Task PassAsync(PipelineUnderTest pipeline, IAsyncEnumerator<LLMStreamUpdate> updates, double seconds, LLMStreamUpdate update)
    {
        var move = updates.MoveNextAsync();
        pipeline.Time.Advance(TimeSpan.FromSeconds(seconds));
        await _sent.Writer.WriteAsync(update);
        Assert.True(await move);
    }
}
