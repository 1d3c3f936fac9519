using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>Anthropic as its package registers it, with the vendor in the place of the network.</summary>
internal sealed class AnthropicWireHarness : ProviderHarness
{
    private const string InstanceName = "under-test";
    private const string SecretKey = "sk-ant-the-key-that-nothing-prints";
    private ServiceProvider? _services;
    private AnthropicWireVendor? _vendor;

    public override Assembly Package => typeof(AnthropicLLMBuilderExtensions).Assembly;

    public override string ProviderName => "anthropic";

    public override string Key => SecretKey;

    public override int Sent => Vendor.Sent;

    public override bool IsIdle => Vendor.Open == 0;

    public override Task Arrival => Vendor.Arrival;

    private AnthropicWireVendor Vendor => _vendor ?? throw new InvalidOperationException("Call Create first.");

    public override ILLMService Create(ProviderBehaviour behaviour)
    {
        var vendor = _vendor = new AnthropicWireVendor(behaviour);
        var builder = new TestBuilder();
        builder.AddAnthropic(InstanceName, options =>
        {
            options.ApiKey = SecretKey;
            options.DefaultModel = new ProviderBehaviour().Models[0];
        });
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
