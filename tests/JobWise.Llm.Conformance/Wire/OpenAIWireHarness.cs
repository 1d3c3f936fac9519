using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>A provider of the OpenAI protocol as its package registers it, with the vendor in the place of the network.</summary>
/// <param name="package">A type of the package.</param>
/// <param name="providerName">The vendor.</param>
/// <param name="add">Calls the package's <c>AddX</c> with this name and key.</param>
internal sealed class OpenAIWireHarness(Type package, string providerName, Action<ILLMBuilder, string, string> add) : ProviderHarness
{
    private const string InstanceName = "under-test";
    private const string SecretKey = "sk-the-key-that-nothing-prints";
    private ServiceProvider? _services;
    private OpenAIWireVendor? _vendor;

    public override Assembly Package => package.Assembly;

    public override string ProviderName => providerName;

    public override string Key => SecretKey;

    public override int Sent => Vendor.Sent;

    public override bool IsIdle => Vendor.Open == 0;

    public override Task Arrival => Vendor.Arrival;

    private OpenAIWireVendor Vendor => _vendor ?? throw new InvalidOperationException("Call Create first.");

    public override ILLMService Create(ProviderBehaviour behaviour)
    {
        var vendor = _vendor = new OpenAIWireVendor(behaviour);
        var builder = new TestBuilder();
        add(builder, InstanceName, SecretKey);
        builder.Services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.PrimaryHandler = vendor));
        _services = builder.Services.BuildServiceProvider();
        return _services.GetRequiredKeyedService<ILLMService>(InstanceName);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _vendor?.Dispose();
        await base.DisposeAsync();
    }
}
