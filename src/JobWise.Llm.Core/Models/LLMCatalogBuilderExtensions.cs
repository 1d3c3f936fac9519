using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Registers the model catalogue and the price book.</summary>
public static class LLMCatalogBuilderExtensions
{
    /// <summary>Registers <see cref="LLMModelCatalog"/> and <see cref="LLMPriceBook"/>; <c>AddProvider</c> does this, so it is called only to change the data.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="configure">Replaces or adds models and prices; applied after what configuration says.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddModelCatalog(this ILLMBuilder builder, Action<LLMCatalogOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (!services.Any(descriptor => descriptor.ServiceType == typeof(LLMModelCatalog)))
            AddServices(services);
        if (configure is not null)
        {
            // After all Configure calls, whatever the order of registration: code wins over configuration.
            services.PostConfigure(configure);
        }

        return builder;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddOptions<LLMCatalogOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMCatalogOptions>, LLMCatalogOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMCatalogOptions>, PriceFileWatch>());
        services.AddSingleton(provider => new LLMModelCatalog(provider.GetRequiredService<IOptions<LLMCatalogOptions>>()));
        services.TryAddSingleton(provider => new LLMPriceBook(
            provider.GetRequiredService<IOptions<LLMCatalogOptions>>(), provider.GetRequiredService<LLMModelCatalog>()));
    }
}
