using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JobWise.Llm;

/// <summary>Registers providers; every <c>AddX</c> of a provider package ends here.</summary>
public static class LLMProviderBuilderExtensions
{
    /// <summary>
    /// Registers a provider instance: a keyed <see cref="ILLMService"/> of this name, known to <see cref="ILLMServiceFactory"/> and to the
    /// pipeline, and where the provider has batches a keyed <see cref="ILLMBatchService"/>.
    /// </summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name, such as <c>groq</c>, without slash and colon; the same name twice keeps the first.</param>
    /// <param name="create">Makes the one instance; gets the name.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddProvider(this ILLMBuilder builder, string name, Func<IServiceProvider, string, ILLMService> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        if (name.AsSpan().ContainsAny('/', ':'))
        {
            throw new ArgumentException(
                $"The name '{name}' holds a slash or a colon, which cut a lane's model and a configuration's key off. Take a hyphen instead.", nameof(name));
        }

        var services = builder.Services;
        services.TryAddSingleton<ILLMServiceFactory, LLMServiceFactory>();
        builder.AddModelCatalog();
        if (!IsRegistered(services, name))
        {
            services.AddSingleton(new LLMProviderRegistration(name));
            services.AddKeyedSingleton<ILLMService>(name, (provider, _) => create(provider, name));
            services.TryAddKeyedSingleton(name, (provider, _) => BatchesOf(provider, name));
        }

        return builder;
    }

    private static ILLMBatchService BatchesOf(IServiceProvider services, string name)
    {
        var service = services.GetRequiredKeyedService<ILLMService>(name);
        return service.GetService(typeof(ILLMBatchService)) as ILLMBatchService ?? throw new LLMInvalidRequestException(
            $"The provider '{name}' takes no batches. Send the requests one by one, or take a provider that has batches.",
            new LLMErrorDetails { Provider = service.Metadata.ProviderName });
    }

    private static bool IsRegistered(IServiceCollection services, string name) => services.Any(descriptor =>
        !descriptor.IsKeyedService
        && descriptor.ImplementationInstance is LLMProviderRegistration registration
        && string.Equals(registration.Name, name, StringComparison.OrdinalIgnoreCase));
}
