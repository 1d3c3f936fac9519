using JobWise.Llm.TestKit;

namespace JobWise.Llm.Tests;

public sealed class LLMHealthExtensionsTests
{
    private readonly TwoClockTimeProvider _time = new();

    [Fact]
    public async Task CheckHealthByGenerationAsync_asks_for_one_token_once_and_past_the_cache()
    {
        var service = new ScriptedService(Some.Response("H", LLMFinishReason.Length));

        var health = await service.CheckHealthByGenerationAsync("some-model", _time);

        var request = Assert.Single(service.Requests);
        Assert.Equal(("some-model", 1, 1, LLMCacheMode.Bypass), (request.Model, request.MaxTokens, request.Call.MostSends, request.Call.CacheMode));
        Assert.Equal((LLMHealthStatus.Healthy, null), (health.Status, health.Reason));
    }

    [Fact]
    public async Task CheckHealthByGenerationAsync_measures_how_long_the_answer_took()
    {
        var health = await new SlowService(_time).CheckHealthByGenerationAsync(timeProvider: _time);

        Assert.Equal(TimeSpan.FromSeconds(3), health.Latency);
    }

    [Fact]
    public async Task CheckHealthByGenerationAsync_failure_is_a_result_with_its_reason()
    {
        var limited = await CheckAsync(new LLMRateLimitException("full"));
        var broken = await CheckAsync(new LLMAuthenticationException("no key"));

        Assert.Equal((LLMHealthStatus.Degraded, "full"), (limited.Status, limited.Reason));
        Assert.Equal((LLMHealthStatus.Unhealthy, "no key"), (broken.Status, broken.Reason));
        Assert.IsType<LLMAuthenticationException>(broken.Error);
    }

    [Fact]
    public async Task CheckHealthByGenerationAsync_cancelled_by_the_caller_is_no_result() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => CheckAsync(new OperationCanceledException()));

    private Task<LLMHealth> CheckAsync(Exception failure) => new ScriptedService(failure).CheckHealthByGenerationAsync(timeProvider: _time);

    private sealed class SlowService(TwoClockTimeProvider time) : DelegatingLLMService(new ScriptedService("H"))
    {
        public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
        {
            time.Advance(TimeSpan.FromSeconds(3));
            return base.GenerateAsync(request, cancellationToken);
        }
    }
}
