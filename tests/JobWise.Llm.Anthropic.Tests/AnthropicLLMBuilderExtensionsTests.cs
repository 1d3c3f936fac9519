using JobWise.Llm.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Anthropic.Tests;

public sealed class AnthropicLLMBuilderExtensionsTests
{
    [Fact]
    public void AddAnthropic_has_every_default()
    {
        using var services = Services();

        var metadata = services.GetRequiredKeyedService<ILLMService>("anthropic").Metadata;

        Assert.Equal(("anthropic", "anthropic", new Uri("https://api.anthropic.com/v1")), (metadata.ProviderName, metadata.InstanceName, metadata.Endpoint));
        Assert.Equal("claude-sonnet-5-5", metadata.DefaultModel);
    }

    [Fact]
    public void AddAnthropic_binds_its_section()
    {
        using var services = Services(("PromptCache", "OneHour"), ("BetaFeatures:0", "some-beta"), ("MaxResponseBytes", "2048"));

        var options = services.GetRequiredService<IOptionsMonitor<AnthropicOptions>>().Get("anthropic");

        Assert.Equal((AnthropicPromptCache.OneHour, "some-beta", 2048), (options.PromptCache, Assert.Single(options.BetaFeatures), options.MaxResponseBytes));
    }

    [Theory]
    [InlineData("BetaFeatures:0", "zwölf", "JobWise:Llm:Providers:anthropic: the header 'anthropic-beta' has a value with a line break or another character outside printable ASCII. Remove that character.")]
    [InlineData("BaseUrl", "http://models.example/v1", "JobWise:Llm:Providers:anthropic:BaseUrl 'http://models.example/v1' would send the key and the prompts unencrypted. Use https, or set AllowInsecureHttp to true.")]
    public void AddAnthropic_option_that_is_wrong_stops_the_start(string key, string value, string message)
    {
        using var services = Services((key, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptionsMonitor<AnthropicOptions>>().Get("anthropic"));

        Assert.Equal(message, Assert.Single(error.Failures));
    }

    [Fact]
    public void AddAnthropic_prompt_cache_that_is_no_value_stops_the_start()
    {
        using var services = Services(("PromptCache", "Forever"));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptionsMonitor<AnthropicOptions>>().Get("anthropic"));

        Assert.Contains("'Forever'", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_without_a_key_says_where_to_set_it()
    {
        using var server = Some.Server(Some.Answer);
        var options = new AnthropicOptions { ApiKeyProvider = _ => new(" ") };

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(() => Some.Service(server, options).GenerateAsync(Some.Request));

        Assert.Equal(
            "There is no key for anthropic. Set the environment variable ANTHROPIC_API_KEY, JobWise:Llm:Providers:anthropic:ApiKey or ApiKeyProvider.", error.Message);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"JobWise:Llm:Providers:anthropic:{setting.Key}", (string?)setting.Value))).Build());
        new TestLLMBuilder(services).AddAnthropic();
        return services.BuildServiceProvider();
    }
}
