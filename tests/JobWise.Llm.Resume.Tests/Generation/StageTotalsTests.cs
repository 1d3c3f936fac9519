namespace JobWise.Llm.Resume.Generation;

public sealed class StageTotalsTests
{
    [Fact]
    public void Sum_of_two_stages_adds_every_count()
    {
        var stage = new LLMUsage
        {
            PromptTokens = 100,
            CompletionTokens = 50,
            CachedTokens = 40,
            CacheWriteTokens = 30,
            ReasoningTokens = 20,
            TotalTokens = 150,
        };

        var sum = StageTotals.Sum([stage, stage]);

        Assert.Equal(
            new LLMUsage
            {
                PromptTokens = 200,
                CompletionTokens = 100,
                CachedTokens = 80,
                CacheWriteTokens = 60,
                ReasoningTokens = 40,
                TotalTokens = 300,
            },
            sum);
    }

    [Fact]
    public void Sum_with_an_unknown_part_is_unknown()
    {
        Assert.Null(StageTotals.Sum([new LLMUsage { TotalTokens = 1 }, null]));
        Assert.Null(StageTotals.Sum([new LLMUsage { TotalTokens = 1, CachedTokens = 1 }, new LLMUsage { TotalTokens = 2 }])!.CachedTokens);
    }
}
