using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests.Ledger;

public sealed class LedgerHitLLMServiceTests
{
    private readonly FakeLedger _ledger = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hit_is_written_with_no_cost_and_what_it_saved(bool isStream)
    {
        await using var pipeline = PipelineUnderTest.Create(
            options => options.Cache.IsEnabled = true, builder => builder.Services.AddSingleton<ILLMUsageLedger>(_ledger));
        pipeline.Provider.Answer = (_, _) => Task.FromResult(Some.Response(model: "openai/gpt-oss-20b"));
        var request = Some.Request with { Model = "openai/gpt-oss-20b", Temperature = 0, UserId = "ada" };

        var first = await pipeline.Service.GenerateAsync(request);
        var second = isStream ? await pipeline.Service.GenerateStreamAsync(request).ToResponseAsync() : await pipeline.Service.GenerateAsync(request);

        Assert.True(second.IsCached);
        Assert.Single(_ledger.Intents);
        var hit = _ledger.Outcomes[1];
        Assert.Equal((LLMUsageStatus.CacheHit, 0, "ada", second.Route!.CallId), (hit.Status, hit.Intent.Attempt, hit.Intent.UserId, hit.Intent.CallId));
        Assert.Equal((0m, first.Cost!.Usd), (hit.Cost!.Usd, hit.SavedUsd));
        Assert.Equal(isStream, hit.Intent.IsStream);
    }

    [Fact]
    public async Task Reask_for_json_is_a_row_of_the_same_call()
    {
        await using var pipeline = PipelineUnderTest.Create(build: builder => builder.Services.AddSingleton<ILLMUsageLedger>(_ledger));
        var usage = new LLMUsage { PromptTokens = 10, CompletionTokens = 2 };
        pipeline.Provider.Script(Some.Response(text: "no json") with { Usage = usage }, Some.Response(text: "[1]") with { Usage = usage });

        await pipeline.Service.GenerateJsonAsync<int[]>(Some.Request);

        Assert.Equal([1, 2], _ledger.Intents.Select(intent => intent.Attempt));
        Assert.Single(_ledger.Intents.Select(intent => intent.CallId).Distinct());
    }
}
