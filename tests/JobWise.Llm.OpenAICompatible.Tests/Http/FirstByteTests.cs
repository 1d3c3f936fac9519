using JobWise.Llm.TestKit;

namespace JobWise.Llm.OpenAICompatible.Tests.Http;

public sealed class FirstByteTests
{
    [Fact]
    public async Task GenerateAsync_no_byte_in_time_is_a_timeout_of_that_phase()
    {
        var time = new TwoClockTimeProvider();
        using var server = new SilentServer();
        var call = Call(server, time, TimeSpan.FromSeconds(7));
        await server.Arrival;

        time.Advance(TimeSpan.FromSeconds(7));
        var error = await Assert.ThrowsAsync<LLMTimeoutException>(() => call);

        Assert.Equal(LLMTimeoutPhase.FirstByte, error.Phase);
        Assert.Equal("local: Not one byte of an answer came within 7 s. Raise FirstByteTimeout if the server needs longer.", error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task GenerateAsync_cancelled_while_no_byte_came_is_the_callers_cancellation()
    {
        using var caller = new CancellationTokenSource();
        using var server = new SilentServer();
        var call = Call(server, new TwoClockTimeProvider(), TimeSpan.FromSeconds(7), caller.Token);
        await server.Arrival;

        await caller.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(caller.Token, error.CancellationToken);
    }

    [Fact]
    public async Task GenerateAsync_answer_in_time_is_not_cut_later()
    {
        var time = new TwoClockTimeProvider();
        using var server = Some.Server(Some.Answer);

        var response = await Call(server, time, TimeSpan.FromSeconds(7));

        Assert.Equal("Hello, world", response.Text);
    }

    private static Task<LLMResponse> Call(HttpMessageHandler server, TimeProvider time, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        var options = Some.Options();
        options.FirstByteTimeout = limit;
        return Some.Service(server, options, time).GenerateAsync(LLMRequest.FromPrompt("Hi"), cancellationToken);
    }
}
