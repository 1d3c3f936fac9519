using JobWise.Llm.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Typed JSON over the pipeline and the mock: the re-ask belongs to the same call.</summary>
public class TypedJsonTests
{
    private readonly TwoClockTimeProvider _time = new();
    private readonly MockLLMService _mock;

    public TypedJsonTests() => _mock = new MockLLMService(new MockLLMOptions(), timeProvider: _time);

    [Fact]
    public async Task GenerateJsonAsync_that_had_to_ask_again_counts_both_sends_in_one_call()
    {
        await using var services = Create();
        _mock.AnswerNext("no JSON at all", """{"score":7}""");

        var answer = await AskAsync(services);

        Assert.Equal((7, 2), (answer.Value.Score, answer.Response.Route!.Sends));
        Assert.Equal(answer.Rejected[0].Route!.CallId, answer.Response.Route.CallId);
    }

    [Fact]
    public async Task GenerateJsonAsync_whose_re_ask_would_exceed_the_most_sends_says_what_was_wrong_with_the_answer_and_does_not_send_it()
    {
        await using var services = Create(options => options.MostSends = 1);
        _mock.AnswerNext("no JSON at all", """{"score":7}""");

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => AskAsync(services));

        Assert.Equal("no JSON at all", error.PartialText);
        Assert.NotNull(error.Usage);
        Assert.StartsWith("The call has sent 1 of at most 1 requests.", error.InnerException!.Message, StringComparison.Ordinal);
        _mock.AssertCalledOnce();
    }

    [Fact]
    public async Task GenerateJsonAsync_whose_re_ask_hangs_fails_at_the_total_of_the_whole_call()
    {
        await using var services = Create(options => options.AttemptTimeouts.FirstContent = TimeSpan.FromHours(1));
        _mock.AnswerNext(
            new MockAnswer { Text = "no JSON at all", Latency = TimeSpan.FromSeconds(40) },
            new MockAnswer { Text = """{"score":7}""", Latency = TimeSpan.FromSeconds(40) });

        var answer = AskAsync(services);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(40));
        _time.Advance(TimeSpan.FromSeconds(40));
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(20));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(LLMTimeoutPhase.Total, (await Assert.ThrowsAsync<LLMTimeoutException>(() => answer)).Phase);
    }

    [Fact]
    public async Task GenerateJsonAsync_whose_JSON_the_provider_refused_is_sent_once_and_mended_here()
    {
        await using var services = Create();
        _mock.AnswerNext(_ => throw Refusal("""{"score":7,}"""));

        var answer = await AskAsync(services);

        Assert.Equal((7, "failed_generation trailing_comma"), (answer.Value.Score, string.Join(' ', answer.Repairs)));
        Assert.Single(_mock.Calls);
    }

    [Fact]
    public async Task GenerateJsonAsync_whose_refused_JSON_is_no_good_is_asked_again_here_and_never_retried()
    {
        await using var services = Create();
        _mock.AnswerNext(_ => throw Refusal("""{"points":7}""")).AnswerNext("""{"score":7}""");

        var answer = await AskAsync(services);

        Assert.Equal((7, "reasked", 2), (answer.Value.Score, string.Join(' ', answer.Repairs), answer.Response.Route!.Sends));
        Assert.Equal("""{"points":7}""", _mock.Calls[1].Request.Messages[^2].Text);
    }

    private static LLMInvalidResponseException Refusal(string text) =>
        new("The provider refused the JSON.", new LLMErrorDetails { StatusCode = 400, ProviderCode = "json_validate_failed" }) { FailedGeneration = text };

    private static Task<LLMResponse<Verdict>> AskAsync(IServiceProvider services) =>
        services.GetRequiredService<ILLMService>().GenerateJsonAsync(Some.Request, VerdictJsonContext.Default.Verdict);

    private ServiceProvider Create(Action<LLMPipelineOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddJobWiseLlm(configure).AddMock(_mock);
        return services.BuildServiceProvider();
    }
}
