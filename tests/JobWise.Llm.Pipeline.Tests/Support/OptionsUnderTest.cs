using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>The options as a program gets them from a configuration and from code.</summary>
internal static class OptionsUnderTest
{
    public static ServiceProvider Create(
        Dictionary<string, string?>? settings,
        Action<LLMPipelineOptions>? configure = null,
        Action<ILLMBuilder>? build = null,
        params string[] providers)
    {
        var services = new ServiceCollection();
        if (settings is not null)
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        }

        var builder = services.AddJobWiseLlm(configure).AddJobWiseLlmEnvironment();
        foreach (var provider in providers)
        {
            builder.AddProvider(provider, (_, name) => new FakeProvider(name));
        }

        build?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    public static string[] FindFailures<TOptions>(
        Dictionary<string, string?>? settings,
        Action<LLMPipelineOptions>? configure = null,
        Action<ILLMBuilder>? build = null,
        params string[] providers)
        where TOptions : class
    {
        using var services = Create(settings, configure, build, providers);
        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TOptions>>().Value);
        return [.. error.Failures];
    }
}
