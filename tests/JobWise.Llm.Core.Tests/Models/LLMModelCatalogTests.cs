using Microsoft.Extensions.Options;

namespace JobWise.Llm.Tests;

public sealed class LLMModelCatalogTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", "openai/gpt-oss-120b")]
    [InlineData("Groq", "gpt-oss-120b", "openai/gpt-oss-120b")]
    [InlineData("openai", "gpt-4.1-mini-2025-04-14", "gpt-4.1-mini")]
    [InlineData("anthropic", "claude-haiku-4-5-20251001", "claude-haiku-4-5")]
    [InlineData("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13")]
    public void Find_id_alias_or_dated_id_gives_the_model(string provider, string id, string expected)
    {
        var model = CreateCatalog().Find(provider, id);

        Assert.Equal(expected, model?.Id);
    }

    [Theory]
    [InlineData("openai", "openai/gpt-oss-120b")]
    [InlineData("groq", "OPENAI/GPT-OSS-120B")]
    [InlineData("openai", "gpt-4.1-mini-2025-13-99")]
    [InlineData("openai", "ft:gpt-4.1-mini:acme")]
    [InlineData("nobody", "gpt-4.1")]
    [InlineData("openai", "")]
    public void Find_unknown_is_null(string provider, string id)
    {
        var model = CreateCatalog().Find(provider, id);

        Assert.Null(model);
    }

    [Fact]
    public void ModelsOf_vendor_gives_only_its_models()
    {
        var catalog = CreateCatalog();

        var models = catalog.ModelsOf("ANTHROPIC");

        Assert.Equal(6, models.Count);
        Assert.All(models, model => Assert.Equal("anthropic", model.Provider));
        Assert.Empty(catalog.ModelsOf("nobody"));
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b", "openai/gpt-oss-20b")]
    [InlineData("openai", "gpt-6.1-terra", "gpt-6-luna")]
    [InlineData("anthropic", "claude-sonnet-5-5", "claude-haiku-5-5")]
    [InlineData("nobody", null, null)]
    public void DefaultModel_is_data(string provider, string? model, string? small)
    {
        var catalog = CreateCatalog();

        Assert.Equal((model, small), (catalog.DefaultModel(provider), catalog.SmallModel(provider)));
    }

    [Theory]
    [InlineData("groq", "llama-3.3-70b-versatile", "The model 'llama-3.3-70b-versatile' of groq was retired on 16 August 2026 (free and developer accounts); use 'openai/gpt-oss-120b'.")]
    [InlineData("groq", "llama-3.1-8b-instant", "The model 'llama-3.1-8b-instant' of groq was retired on 16 August 2026 (free and developer accounts); use 'openai/gpt-oss-20b'.")]
    [InlineData("GROQ", "llama-4-scout-17bx16e", "The model 'llama-4-scout-17bx16e' of groq was retired on 17 July 2026; use 'openai/gpt-oss-120b'.")]
    [InlineData("groq", "llama-3.1-70b-versatile", "The model 'llama-3.1-70b-versatile' of groq is retired (date unknown); use 'openai/gpt-oss-120b'.")]
    [InlineData("groq", "kimi-k2", "The model 'kimi-k2' of groq is retired (date unknown); no replacement is known, the default of groq is 'openai/gpt-oss-120b'.")]
    [InlineData("openai", "gpt-4.1-mini", "The model 'gpt-4.1-mini' of openai will be retired on 14 January 2027; use 'gpt-6-luna'.")]
    [InlineData("openai", "gpt-3.5-turbo", "The model 'gpt-3.5-turbo' of openai was retired on 23 October 2026; use 'gpt-4.1-mini'.")]
    public void ExplainRetirement_ended_or_ending_model_names_the_day_and_the_cure(string provider, string id, string expected)
    {
        var notice = CreateCatalog().ExplainRetirement(provider, id, Today);

        Assert.Equal(expected, notice);
    }

    [Fact]
    public void ExplainRetirement_replacement_that_ended_too_is_followed_to_one_that_works()
    {
        var notice = CreateCatalog().ExplainRetirement("openai", "gpt-3.5-turbo", new DateOnly(2027, 1, 14));

        Assert.Equal("The model 'gpt-3.5-turbo' of openai was retired on 23 October 2026; use 'gpt-6-luna'.", notice);
    }

    [Theory]
    [InlineData("groq", "openai/gpt-oss-120b")]
    [InlineData("groq", "never-heard-of")]
    public void ExplainRetirement_living_or_unknown_model_is_null(string provider, string id)
    {
        var notice = CreateCatalog().ExplainRetirement(provider, id, Today);

        Assert.Null(notice);
    }

    [Fact]
    public void ExplainRetirement_circle_of_replacements_ends()
    {
        var catalog = CreateCatalog(
            new LLMModelEntry { Provider = "acme", Id = "a", Retired = true, Replacement = "b" },
            new LLMModelEntry { Provider = "acme", Id = "b", Retired = true, Replacement = "a" });

        var notice = catalog.ExplainRetirement("acme", "a", Today);

        Assert.Equal("The model 'a' of acme is retired (date unknown); no replacement is known, choose another model.", notice);
    }

    [Fact]
    public void Find_entry_for_a_known_model_changes_only_what_it_sets()
    {
        var catalog = CreateCatalog(new LLMModelEntry { Provider = "GROQ", Id = "openai/gpt-oss-20b", MaxOutputTokens = 4096 });

        var model = catalog.Find("groq", "openai/gpt-oss-20b")!;

        Assert.Equal((131_072, 4096), (model.ContextWindow, model.MaxOutputTokens));
        Assert.True(model.Can(LLMModelCapability.StrictJsonSchema));
        Assert.Equal(new LLMModelCatalog().All.Count, catalog.All.Count);
    }

    [Fact]
    public void Find_entry_for_a_new_model_is_added()
    {
        var entry = new LLMModelEntry { Provider = "acme", Id = "big", Aliases = ["b"], ContextWindow = 8192, Capabilities = ["chat"], Source = "our contract" };

        var model = CreateCatalog(entry).Find("acme", "b")!;

        Assert.Equal(("big", 8192, "our contract"), (model.Id, model.ContextWindow, model.Source));
        Assert.Equal([LLMModelCapability.Chat], model.Capabilities);
    }

    [Fact]
    public void Find_account_that_still_reaches_a_model_says_so_with_retired_false()
    {
        var catalog = CreateCatalog(new LLMModelEntry { Provider = "groq", Id = "llama-3.3-70b-versatile", Retired = false });

        Assert.Null(catalog.Find("groq", "llama-3.3-70b-versatile")!.Retirement);
        Assert.Null(catalog.ExplainRetirement("groq", "llama-3.3-70b-versatile", Today));
    }

    [Fact]
    public void DefaultModel_option_that_is_set_wins_and_the_other_stays()
    {
        var options = new LLMCatalogOptions { Defaults = { ["Groq"] = new LLMDefaultModels { Small = "llama-3.1-8b-instant" } } };

        var catalog = new LLMModelCatalog(Options.Create(options));

        Assert.Equal(("openai/gpt-oss-120b", "llama-3.1-8b-instant"), (catalog.DefaultModel("groq"), catalog.SmallModel("groq")));
    }

    private static LLMModelCatalog CreateCatalog(params LLMModelEntry[] entries)
    {
        var options = new LLMCatalogOptions();
        options.Models.AddRange(entries);
        return new LLMModelCatalog(Options.Create(options));
    }
}
