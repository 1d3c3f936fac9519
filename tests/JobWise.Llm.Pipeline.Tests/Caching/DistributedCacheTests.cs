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

    private static PipelineUnderTest CreateDistributed(IDistributedCache cache) => PipelineUnderTest.Create(
        options => (options.Cache.IsEnabled, options.Cache.UseDistributed) = (true, true), builder => builder.Services.AddSingleton(cache));
}
