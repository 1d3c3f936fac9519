namespace JobWise.Llm.Tests;

/// <summary>What must hold for the data file whoever edits it.</summary>
public sealed class ShippedModelsTests
{
    private readonly ModelDocument _data = CatalogResource.Read(CatalogResource.Models, CatalogJsonContext.Default.ModelDocument);
    private readonly LLMModelCatalog _catalog = new();

    [Fact]
    public void Data_ids_and_aliases_name_one_model_of_a_vendor()
    {
        var names = _data.Models.SelectMany(model => (string[])[model.Id!, .. model.Aliases ?? []], (model, name) => $"{model.Provider}: {name}");

        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Data_every_source_is_listed_and_every_listed_source_is_used()
    {
        var used = _data.Models.SelectMany(model => (string?[])[model.Source, model.RetirementSource]).OfType<string>().ToHashSet();

        Assert.Equal(_data.Sources.Keys.Order(), used.Order());
        Assert.All(_data.Models, model => Assert.NotNull(model.Source));
    }

    [Fact]
    public void Data_every_retirement_says_who_says_so()
    {
        var ended = _data.Models.Where(model => model.Retired == true || model.RetiredOn is not null);

        Assert.All(ended, model => Assert.NotNull(model.RetirementSource));
    }

    [Fact]
    public void Data_every_replacement_is_in_the_catalogue()
    {
        var missing = _catalog.All.Where(model => model.Retirement?.Replacement is { } id && _catalog.Find(model.Provider, id)?.Id != id);

        Assert.Empty(missing.Select(model => model.Id));
    }

    [Fact]
    public void Data_limits_are_plausible()
    {
        Assert.All(_catalog.All, model => Assert.True(model.ContextWindow is null or > 0 && model.MaxOutputTokens is null or > 0, model.Id));
        Assert.All(_catalog.All, model => Assert.False(model.MaxOutputTokens > model.ContextWindow, model.Id));
        Assert.All(_catalog.All, model => Assert.True(model.TokensPerSecond is null or > 0, model.Id));
    }

    [Fact]
    public void Data_capabilities_are_those_the_code_knows_and_transcription()
    {
        string[] known = ["chat", "streaming", "json_object", "json_schema", "strict_json_schema", "tools", "vision", "reasoning", "prompt_caching", "batch", "transcription"];

        var used = _catalog.All.SelectMany(model => model.Capabilities).Select(capability => capability.Value).Distinct();

        Assert.Empty(used.Except(known));
    }

    [Fact]
    public void Data_every_default_works_and_has_a_price_on_the_data_date()
    {
        var book = new LLMPriceBook();
        var defaults = _data.Defaults.SelectMany(vendor => (string[])[vendor.Value.Model!, vendor.Value.Small!], (vendor, id) => (vendor.Key, id));

        Assert.All(defaults, model =>
        {
            Assert.Null(_catalog.ExplainRetirement(model.Key, model.id, _catalog.DataDate));
            Assert.True(_catalog.Find(model.Key, model.id)!.Can(LLMModelCapability.Chat));
            Assert.NotNull(book.Estimate(model.Key, model.id, 1500, 1000, book.DataDate).Usd);
        });
    }

    [Theory]
    [InlineData("openai/gpt-oss-120b", 131_072, 65_536, 500)]
    [InlineData("openai/gpt-oss-20b", 131_072, 65_536, 1000)]
    [InlineData("llama-3.3-70b-versatile", 131_072, 32_768, 394)]
    [InlineData("llama-3.1-8b-instant", 131_072, 131_072, 840)]
    [InlineData("qwen/qwen3.6-27b", null, 16_384, null)]
    [InlineData("qwen/qwen3.8-27b", null, null, null)]
    [InlineData("meta-llama/llama-prompt-guard-2-22m", 512, null, null)]
    public void Data_groq_limits_are_those_of_the_source_and_unknown_ones_are_null(string id, int? context, int? output, int? speed)
    {
        var model = _catalog.Find("groq", id)!;

        Assert.Equal((context, output, speed), (model.ContextWindow, model.MaxOutputTokens, model.TokensPerSecond));
    }

    [Theory]
    [InlineData("openai/gpt-oss-120b", true)]
    [InlineData("openai/gpt-oss-20b", true)]
    [InlineData("openai/gpt-oss-safeguard-20b", false)]
    [InlineData("qwen/qwen3.8-27b", false)]
    public void Data_strict_schemas_work_on_two_groq_models_only(string id, bool expected)
    {
        var model = _catalog.Find("groq", id)!;

        Assert.Equal(expected, model.Can(LLMModelCapability.StrictJsonSchema));
    }

    [Theory]
    [InlineData("groq", "llama-3.3-70b-versatile", "2026-08-16", "openai/gpt-oss-120b")]
    [InlineData("groq", "llama-3.1-8b-instant", "2026-08-16", "openai/gpt-oss-20b")]
    [InlineData("groq", "llama-4-scout-17bx16e", "2026-07-17", "openai/gpt-oss-120b")]
    [InlineData("groq", "qwen3-32b", "2026-07-17", "openai/gpt-oss-120b")]
    [InlineData("groq", "llama-4-maverick", "2026-03-09", "openai/gpt-oss-120b")]
    [InlineData("groq", "compound", "2026-09-21", null)]
    [InlineData("groq", "mixtral-8x7b-32768", "2025-03-20", null)]
    [InlineData("groq", "kimi-k2", null, null)]
    [InlineData("groq", "llama-3.1-70b-versatile", null, "llama-3.3-70b-versatile")]
    [InlineData("openai", "gpt-4-turbo", "2026-10-23", null)]
    [InlineData("openai", "gpt-3.5-turbo-0125", "2026-10-23", "gpt-4.1-mini")]
    [InlineData("openai", "gpt-4o-2024-05-13", "2026-10-23", null)]
    [InlineData("openai", "gpt-3.5-turbo-16k", null, "gpt-3.5-turbo")]
    [InlineData("openai", "gpt-4.1-mini", "2027-01-14", "gpt-6-luna")]
    public void Data_ends_are_those_of_the_sources_and_unknown_dates_are_null(string provider, string id, string? day, string? replacement)
    {
        var end = _catalog.Find(provider, id)!.Retirement!;

        Assert.Equal(day, end.RetiredOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(replacement, end.Replacement);
    }
}
