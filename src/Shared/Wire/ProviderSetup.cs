using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>Puts a provider instance together, with or without a container.</summary>
internal static class ProviderSetup
{
    public static ProviderInstance WithoutServices(
        Vendor vendor, string name, HttpClient httpClient, LLMProviderOptions options, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        var section = $"JobWise:Llm:Providers:{name}";
        var failures = OptionRules.Failures(section, options, vendor).ToList();
        if (failures.Count > 0)
        {
            throw new LLMInvalidRequestException(string.Join(' ', failures), new LLMErrorDetails { Provider = vendor.ProviderName });
        }

        return new ProviderInstance
        {
            Name = name,
            Vendor = vendor,
            Client = () => httpClient,
            Options = () => options,
            Key = new ApiKeySource(section, vendor, static _ => null, Environment.GetEnvironmentVariable),
            Time = timeProvider ?? TimeProvider.System,
            Catalog = new LLMModelCatalog(),
            Prices = new LLMPriceBook(),
        };
    }

    public static ProviderInstance FromServices<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider services, Vendor vendor, string name)
        where TOptions : LLMProviderOptions
    {
        var configuration = services.GetService<IConfiguration>();
        var options = new OptionsSource<TOptions>(services.GetRequiredService<IOptionsMonitor<TOptions>>(), name, vendor.ProviderName);
        // The handler rotates its own connections, so that one client serves for good.
        var client = new Lazy<HttpClient>(() => services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName(name)));
        return new ProviderInstance
        {
            Name = name,
            Vendor = vendor,
            Client = () => client.Value,
            Options = options.Get,
            Key = new ApiKeySource(
                $"JobWise:Llm:Providers:{name}", vendor, variable => configuration?[variable], Environment.GetEnvironmentVariable),
            Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
            Catalog = services.GetRequiredService<LLMModelCatalog>(),
            Prices = services.GetRequiredService<LLMPriceBook>(),
        };
    }

    public static string ClientName(string name) => $"JobWise.Llm.{name}";
}
