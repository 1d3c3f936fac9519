namespace JobWise.Llm.Pipeline.Tests;

public class CatalogKeysTests
{
    [Fact]
    public void Unknown_keys_of_the_catalogue_are_all_named_with_the_known_ones()
    {
        var failures = OptionsUnderTest.FindFailures<LLMCatalogOptions>(
            new()
            {
                ["JobWise:Llm:Catalog:Model:0:Id"] = "m",
                ["JobWise:Llm:Catalog:Models:0:ContxtWindow"] = "1",
                ["JobWise:Llm:Catalog:Prices:0:SizeTiers:0:Above"] = "1",
                ["JobWise:Llm:Catalog:Defaults:groq:Modle"] = "m",
            },
            providers: "groq");

        Assert.Equal(
            [
                "JobWise:Llm:Catalog:Models:0:ContxtWindow is not a setting; known here: Provider, Id, Aliases, ContextWindow, MaxOutputTokens, "
                + "TokensPerSecond, Capabilities, Retired, RetiredOn, Replacement, RetirementNote, RetirementSource, Source. Correct the name or remove it.",
                "JobWise:Llm:Catalog:Prices:0:SizeTiers:0:Above is not a setting; known here: PromptAbove, Input, Output, Reasoning, CachedInput, CacheWrite, "
                + "CacheWriteByKind. Correct the name or remove it.",
                "JobWise:Llm:Catalog:Defaults:groq:Modle is not a setting; known here: Model, Small. Correct the name or remove it.",
                "JobWise:Llm:Catalog:Model is not a setting; known here: Models, Prices, PriceFiles, Defaults. Correct the name or remove it.",
            ],
            failures);
    }
}
