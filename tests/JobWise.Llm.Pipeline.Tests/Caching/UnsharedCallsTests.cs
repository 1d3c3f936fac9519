namespace JobWise.Llm.Pipeline.Tests;

public class UnsharedCallsTests
{
    [Fact]
    public async Task GenerateAsync_for_two_tenants_sends_twice()
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);

        var first = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "a" } });
        var second = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { Tenant = "b" } });
        upstream.Answer();
        await Task.WhenAll(first, second);

        Assert.Equal(2, upstream.Sends);
    }

    [Theory]
    [InlineData(LLMCacheMode.Bypass)]
    [InlineData(LLMCacheMode.Refresh)]
    [InlineData(LLMCacheMode.ReadOnly)]
    public async Task GenerateAsync_of_another_mode_does_not_join(LLMCacheMode mode)
    {
        await using var pipeline = HeldProvider.CreatePipeline(out var upstream);

        var first = pipeline.Service.GenerateAsync(Some.Request);
        var second = pipeline.Service.GenerateAsync(Some.Request with { Call = new() { CacheMode = mode } });
        upstream.Answer();
        await Task.WhenAll(first, second);

        Assert.Equal(2, upstream.Sends);
    }
}
