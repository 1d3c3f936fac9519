namespace JobWise.Llm.Tests;

public sealed class LLMUsageTests
{
    [Fact]
    public void Sum_adds_every_count()
    {
        var one = new LLMUsage
        {
            PromptTokens = 100,
            CompletionTokens = 50,
            CachedTokens = 40,
            CacheWriteTokens = 30,
            ReasoningTokens = 20,
            TotalTokens = 150,
            QueueTime = TimeSpan.FromSeconds(1),
            PromptTime = TimeSpan.FromSeconds(2),
            CompletionTime = TimeSpan.FromSeconds(3),
        };
        var two = new LLMUsage
        {
            PromptTokens = 200,
            CompletionTokens = 100,
            CachedTokens = 80,
            CacheWriteTokens = 60,
            ReasoningTokens = 40,
            TotalTokens = 300,
            QueueTime = TimeSpan.FromSeconds(2),
            PromptTime = TimeSpan.FromSeconds(4),
            CompletionTime = TimeSpan.FromSeconds(6),
        };

        Assert.Equal(two, LLMUsage.Sum(one, one));
    }

    [Fact]
    public void Sum_adds_cache_writes_kind_by_kind()
    {
        var one = new LLMUsage { CacheWriteTokens = 9, CacheWriteTokensByKind = new Dictionary<string, int> { ["1h"] = 5, ["12h"] = 1 } };
        var two = new LLMUsage { CacheWriteTokens = 3, CacheWriteTokensByKind = new Dictionary<string, int> { ["1h"] = 2 } };

        var sum = LLMUsage.Sum(one, two, new LLMUsage { CacheWriteTokens = 1 })!;

        Assert.Equal(13, sum.CacheWriteTokens);
        Assert.Equal([("12h", 1), ("1h", 7)], sum.CacheWriteTokensByKind.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, kind.Value)));
    }

    [Fact]
    public void Sum_with_an_unknown_part_is_unknown()
    {
        Assert.Null(LLMUsage.Sum(new LLMUsage { TotalTokens = 1 }, null));
        Assert.Null(LLMUsage.Sum(new LLMUsage { TotalTokens = 1, CachedTokens = 1 }, new LLMUsage { TotalTokens = 2 })!.CachedTokens);
        Assert.Null(LLMUsage.Sum());
    }

    [Fact]
    public void Sum_with_an_estimated_part_is_estimated() =>
        Assert.True(LLMUsage.Sum(new LLMUsage(), new LLMUsage { IsEstimated = true }, new LLMUsage())!.IsEstimated);

    [Fact]
    public void Sum_of_costs_is_unknown_for_the_reason_of_its_unknown_part()
    {
        var priced = new LLMCost { Usd = 0.5m, PriceValidFrom = new DateOnly(2026, 1, 2) };

        Assert.Equal(priced with { Usd = 1m }, LLMCost.Sum(priced, priced));
        Assert.Equal("why", LLMCost.Sum(priced, LLMCost.Unknown("why")).UnknownBecause);
        Assert.Null(LLMCost.Sum(priced, null).Usd);
    }
}
