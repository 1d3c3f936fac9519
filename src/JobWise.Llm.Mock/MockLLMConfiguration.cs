using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Takes the plain values of an instance from configuration, where the container has one.</summary>
/// <param name="services">Where an <see cref="IConfiguration"/> may be.</param>
internal sealed class MockLLMConfiguration(IServiceProvider services) : IConfigureNamedOptions<MockLLMOptions>
{
    public void Configure(MockLLMOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, MockLLMOptions options)
    {
        var settings = WrittenSection.Find(services.GetService<IConfiguration>(), name, typeof(MockLLMSettings))?.Readable().Get<MockLLMSettings>();
        if (settings is null)
        {
            return;
        }

        options.ProviderName = settings.ProviderName ?? options.ProviderName;
        options.DefaultModel = settings.DefaultModel ?? options.DefaultModel;
        options.Models = settings.Models ?? options.Models;
        options.Latency = settings.Latency ?? options.Latency;
        options.ChunkDelay = settings.ChunkDelay ?? options.ChunkDelay;
        options.Strict = settings.Strict ?? options.Strict;
        options.ShowTextInAssertions = settings.ShowTextInAssertions ?? options.ShowTextInAssertions;
    }
}
