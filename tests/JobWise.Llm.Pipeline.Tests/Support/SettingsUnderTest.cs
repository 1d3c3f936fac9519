using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>The settings in force, as set in code.</summary>
internal sealed class SettingsUnderTest(Action<LLMPipelineOptions> configure) : IDisposable
{
    private readonly ServiceProvider _services = OptionsUnderTest.Create([], configure, providers: "groq");

    public CurrentSettings Current => _services.GetRequiredService<CurrentSettings>();

    public void Dispose() => _services.Dispose();
}
