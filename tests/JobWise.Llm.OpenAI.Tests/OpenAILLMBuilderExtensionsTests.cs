using JobWise.Llm.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.OpenAI.Tests;

public sealed class OpenAILLMBuilderExtensionsTests
{
    [Fact]
    public void AddOpenAI_has_every_default()
    {
        using var services = Services(new ConfigurationBuilder().Build());

        var metadata = services.GetRequiredKeyedService<ILLMService>("openai").Metadata;

        Assert.Equal(("openai", "openai", new Uri("https://api.openai.com/v1")), (metadata.ProviderName, metadata.InstanceName, metadata.Endpoint));
        Assert.Equal(new LLMModelCatalog().DefaultModel("openai"), metadata.DefaultModel);
    }

    [Fact]
    public void AddOpenAI_binds_its_section()
    {
        using var services = Services(new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("JobWise:Llm:Providers:openai:Organization", (string?)"org-1"),
            KeyValuePair.Create("JobWise:Llm:Providers:openai:MaxResponseBytes", (string?)"2048"),
        ]).Build());

        var options = services.GetRequiredService<IOptionsMonitor<OpenAIOptions>>().Get("openai");

        Assert.Equal(("org-1", 2048), (options.Organization, options.MaxResponseBytes));
    }

    private static ServiceProvider Services(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        new TestLLMBuilder(services).AddOpenAI();
        return services.BuildServiceProvider();
    }
}
