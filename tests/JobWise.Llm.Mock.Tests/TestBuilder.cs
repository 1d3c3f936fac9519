using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Mock.Tests;

internal sealed class TestBuilder : ILLMBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public TestBuilder WithConfiguration(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(setting => KeyValuePair.Create<string, string?>($"JobWise:Llm:Providers:{setting.Key}", setting.Value));
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return this;
    }
}
