using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class DistributedCacheTests
{
    [Fact]
    public async Task Two_pipelines_with_one_distributed_cache_share_their_answers()
    {
        var cache = new FakeDistributedCache();
        await using var one = CreateDistributed(cache);
        await using var other = CreateDistributed(cache);

        await one.Service.GenerateAsync(Some.Request);
        var hit = await other.Service.GenerateAsync(Some.Request);
        var streamed = await other.Service.GenerateStreamAsync(Some.Request).ToResponseAsync();

        Assert.Equal((true, true, "Hello", 0m), (hit.IsCached, streamed.IsCached, streamed.Text, hit.Cost!.Usd));
        Assert.Empty(other.Provider.Requests);
    }

    [Fact]
    public async Task A_distributed_answer_that_its_reader_refuses_is_asked_for_anew()
    {
        var cache = new FakeDistributedCache();
        await using var pipeline = CreateDistributed(cache);
        pipeline.Provider.Script(Some.Response(text: "poor"), Some.Response(text: "good"));
        await pipeline.Service.GenerateAsync(Some.Request);

        var better = await pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Accept = answer => answer.Text == "good" } });

        Assert.Equal(("good", false), (better.Text, better.IsCached));
    }

    [Fact]
    public async Task A_distributed_cache_that_hangs_delays_a_call_by_its_limit_once()
    {
        var cache = new FakeDistributedCache { Before = () => new TaskCompletionSource().Task };
        await using var pipeline = CreateDistributed(cache);

        var answer = pipeline.Service.GenerateAsync(Some.Request);
        await pipeline.Time.WaitForTimerAsync(TimeSpan.FromMilliseconds(500));
        pipeline.Time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal((false, TimeSpan.FromSeconds(0.5)), ((await answer).IsCached, pipeline.Time.GetUtcNow() - new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(LLMCacheMode.Default)]
    [InlineData(LLMCacheMode.Refresh)]
    public async Task A_cache_that_is_slow_to_store_delays_neither_an_answer_nor_a_stream(LLMCacheMode mode)
    {
        var cache = new FakeDistributedCache();
        await using var pipeline = CreateDistributed(cache);
        var gate = new TaskCompletionSource();
        cache.BeforeWrite = () => gate.Task;

        var answer = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { CacheMode = mode } });
        var stream = pipeline.Service.GenerateStreamAsync(LLMRequest.FromPrompt("other") with { Call = new() { CacheMode = mode } }).ToResponseAsync();

        Assert.Equal((true, true), (answer.IsCompletedSuccessfully, stream.IsCompletedSuccessfully));
        Assert.True((await pipeline.Service.GenerateAsync(Some.Request)).IsCached);
        gate.SetResult();
        await pipeline.DisposeAsync();
        Assert.Equal(2, cache.Entries.Count);
    }

    [Fact]
    public async Task A_caller_who_leaves_with_the_answer_does_not_end_its_storing()
    {
        var cache = new FakeDistributedCache();
        await using var pipeline = CreateDistributed(cache);
        using var caller = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        cache.BeforeWrite = () => gate.Task;

        await pipeline.Service.GenerateAsync(Some.Request, caller.Token);
        await caller.CancelAsync();
        gate.SetResult();
        await pipeline.DisposeAsync();

        Assert.Single(cache.Entries);
    }

    [Fact]
    public async Task Disposal_of_the_container_waits_for_answers_that_are_being_stored()
    {
        var cache = new FakeDistributedCache();
        var pipeline = CreateDistributed(cache);
        var gate = new TaskCompletionSource();
        cache.BeforeWrite = () => gate.Task;
        await pipeline.Service.GenerateAsync(Some.Request);

        var disposal = pipeline.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        gate.SetResult();
        await disposal;

        Assert.Single(cache.Entries);
    }

    private static PipelineUnderTest CreateDistributed(IDistributedCache cache) => PipelineUnderTest.Create(
        options => (options.Cache.IsEnabled, options.Cache.UseDistributed) = (true, true), builder => builder.Services.AddSingleton(cache));
}
