using JobWise.Llm.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A pipeline over fakes in virtual time, with chance fixed.</summary>
internal sealed class PipelineUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PipelineUnderTest(ServiceCollection services, TwoClockTimeProvider time, FakeProvider provider)
    {
        _services = services.BuildServiceProvider();
        (Time, Provider) = (time, provider);
    }

    public TwoClockTimeProvider Time { get; }

    public FakeProvider Provider { get; }

    public IServiceProvider Services => _services;

    public PipelineSettings Settings => _services.GetRequiredService<CurrentSettings>().Value;

    public ProviderDirectory Providers => _services.GetRequiredService<ProviderDirectory>();

    public ILLMService Service => _services.GetRequiredService<ILLMService>();

    /// <summary>The circuit of the only lane that was used.</summary>
    public LLMCircuitState Circuit => _services.GetRequiredService<ILLMLanes>().GetStatus().Single().Circuit;

    public static PipelineUnderTest Create(
        Action<LLMPipelineOptions>? configure = null,
        Action<ILLMBuilder>? build = null,
        Dictionary<string, string?>? settings = null,
        double chance = 0.5)
    {
        var services = new ServiceCollection();
        var (time, provider) = (new TwoClockTimeProvider(), new FakeProvider());
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(new Jitter(() => chance));
        if (settings is not null)
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        }

        var builder = services.AddJobWiseLlm(configure).AddProvider("groq", (_, _) => provider);
        build?.Invoke(builder);
        return new PipelineUnderTest(services, time, provider);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
