namespace JobWise.Llm.Tests;

public sealed class LLMCatalogOptionsValidatorTests
{
    private readonly LLMCatalogOptionsValidator _validator = new();

    [Fact]
    public void Validate_empty_and_good_entries_pass()
    {
        var options = new LLMCatalogOptions
        {
            Models = { new LLMModelEntry { Provider = "acme", Id = "big", ContextWindow = 8192 } },
            Prices =
            {
                new LLMPriceEntry { Provider = "acme", Model = "big", Input = 0, Output = 0 },
                new LLMPriceEntry { Provider = "groq", Model = "openai/gpt-oss-120b", CachedInput = 0.05m },
            },
        };

        Assert.True(_validator.Validate(null, new LLMCatalogOptions()).Succeeded);
        Assert.True(_validator.Validate(null, options).Succeeded);
    }

    public static TheoryData<LLMModelEntry, string> WrongModels => new()
    {
        { new() { Id = "a" }, "JobWise:Llm:Catalog:Models:0:Provider is empty: name the vendor, such as 'groq'." },
        { new() { Provider = "groq", Id = " " }, "JobWise:Llm:Catalog:Models:0:Id is empty: name the model as requests do." },
        {
            new() { Provider = "groq", Id = "a", ContextWindow = 0 },
            "JobWise:Llm:Catalog:Models:0:ContextWindow is 0: give a positive number, or leave it out when it is not known."
        },
        {
            new() { Provider = "groq", Id = "a", Retired = false, RetiredOn = new DateOnly(2026, 8, 16) },
            "JobWise:Llm:Catalog:Models:0:Retired is false although RetiredOn is 2026-08-16: leave one of them out."
        },
        {
            new() { Provider = "groq", Id = "a", Capabilities = ["tools", ""] },
            "JobWise:Llm:Catalog:Models:0:Capabilities holds an empty name: leave it out, or name one such as 'tools'."
        },
    };

    [Theory]
    [MemberData(nameof(WrongModels))]
    public void Validate_wrong_model_names_key_value_and_cure(LLMModelEntry entry, string expected)
    {
        var result = _validator.Validate(null, new LLMCatalogOptions { Models = { entry } });

        Assert.Equal([expected], result.Failures);
    }

    public static TheoryData<LLMPriceEntry, string> WrongPrices => new()
    {
        { CreatePrice(entry => entry.Provider = null), "JobWise:Llm:Catalog:Prices:0:Provider is empty: name the vendor, such as 'groq'." },
        { CreatePrice(entry => entry.Model = ""), "JobWise:Llm:Catalog:Prices:0:Model is empty: name the model as requests do." },
        { CreatePrice(entry => entry.Input = -0.5m), "JobWise:Llm:Catalog:Prices:0:Input is -0.5: give US dollars per million tokens, 0 or more." },
        {
            CreatePrice(entry => entry.CacheWriteByKind = new() { ["5m"] = -1 }),
            "JobWise:Llm:Catalog:Prices:0:CacheWriteByKind:5m is -1: give US dollars per million tokens, 0 or more."
        },
        {
            CreatePrice(entry => entry.BatchFactor = 50),
            "JobWise:Llm:Catalog:Prices:0:BatchFactor is 50: give the part of the price that a batch costs, above 0 and up to 1."
        },
        {
            CreatePrice(entry => entry.ServiceTierFactors = new() { ["priority"] = 0 }),
            "JobWise:Llm:Catalog:Prices:0:ServiceTierFactors:priority is 0: give what the tier costs of the price, such as 2."
        },
        {
            CreatePrice(entry => entry.SizeTiers = [new() { Input = 1, Output = 1 }]),
            "JobWise:Llm:Catalog:Prices:0:SizeTiers:0:PromptAbove is 0: give the number of prompt tokens above which these prices hold."
        },
        {
            CreatePrice(entry => entry.SizeTiers = [new() { PromptAbove = 1000, Output = -1 }]),
            "JobWise:Llm:Catalog:Prices:0:SizeTiers:0:Output is -1: give US dollars per million tokens, 0 or more."
        },
        {
            CreatePrice(entry => entry.Output = null),
            "JobWise:Llm:Catalog:Prices:0 (acme/big) adds a price without Output: give it in US dollars per million tokens, " +
            "or correct the provider, model or day if it was to change a shipped price."
        },
        {
            new() { Provider = "groq", Model = "openai/gpt-oss-120b", ValidFrom = new DateOnly(2026, 12, 1), BatchFactor = 0.4m },
            "JobWise:Llm:Catalog:Prices:0 (groq/openai/gpt-oss-120b) adds a price without Input and Output: give it in US dollars per million tokens, " +
            "or correct the provider, model or day if it was to change a shipped price."
        },
    };

    [Theory]
    [MemberData(nameof(WrongPrices))]
    public void Validate_wrong_price_names_key_value_and_cure(LLMPriceEntry entry, string expected)
    {
        var result = _validator.Validate(null, new LLMCatalogOptions { Prices = { entry } });

        Assert.Equal([expected], result.Failures);
    }

    private static LLMPriceEntry CreatePrice(Action<LLMPriceEntry> change)
    {
        var entry = new LLMPriceEntry { Provider = "acme", Model = "big", Input = 1, Output = 2 };
        change(entry);
        return entry;
    }
}
