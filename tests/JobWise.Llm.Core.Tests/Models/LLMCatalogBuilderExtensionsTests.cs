using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace JobWise.Llm.Tests;

public sealed class LLMCatalogBuilderExtensionsTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public void AddProvider_registers_the_catalogue_and_the_price_book()
    {
        CreateBuilder().AddProvider("groq", (_, _) => Substitute.For<ILLMService>());

        using var provider = _services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<LLMModelCatalog>(), provider.GetRequiredService<LLMModelCatalog>());
        Assert.NotNull(provider.GetRequiredService<LLMPriceBook>().Find("groq", "openai/gpt-oss-120b", new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void AddModelCatalog_twice_registers_once_and_applies_both_changes()
    {
        CreateBuilder()
            .AddModelCatalog(options => options.Models.Add(new() { Provider = "acme", Id = "a" }))
            .AddModelCatalog(options => options.Models.Add(new() { Provider = "acme", Id = "b" }));

        using var provider = _services.BuildServiceProvider();

        Assert.Single(provider.GetServices<LLMModelCatalog>());
        Assert.Equal(["a", "b"], provider.GetRequiredService<LLMModelCatalog>().ModelsOf("acme").Select(model => model.Id));
    }

    [Fact]
    public void AddModelCatalog_code_wins_over_configuration_that_is_bound_later()
    {
        CreateBuilder().AddModelCatalog(options => options.Models.Add(new() { Provider = "acme", Id = "a", ContextWindow = 1 }));
        _services.Configure<LLMCatalogOptions>(options => options.Models.Add(new() { Provider = "acme", Id = "a", ContextWindow = 2 }));

        using var provider = _services.BuildServiceProvider();

        Assert.Equal(1, provider.GetRequiredService<LLMModelCatalog>().Find("acme", "a")!.ContextWindow);
    }

    [Fact]
    public void AddModelCatalog_wrong_entry_fails_at_start()
    {
        CreateBuilder().AddModelCatalog(options => options.Models.Add(new() { Provider = "acme" }));

        using var provider = _services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal("JobWise:Llm:Catalog:Models:0:Id is empty: name the model as requests do.", error.Message);
    }

    private ILLMBuilder CreateBuilder()
    {
        var builder = Substitute.For<ILLMBuilder>();
        builder.Services.Returns(_services);
        return builder;
    }
}
