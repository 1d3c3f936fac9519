using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Registers mocks.</summary>
public static class MockLLMBuilderExtensions
{
    /// <summary>
    /// Registers a mock under a name. Resolve the keyed <see cref="MockLLMService"/> of that name to look at its calls. Configuration at
    /// <c>JobWise:Llm:Providers:{name}</c> is read first, <paramref name="configure"/> after it.
    /// </summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name again configures the same instance.</param>
    /// <param name="configure">Adds answers and sets options.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddMock(this ILLMBuilder builder, string name = "mock", Action<MockLLMOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var services = builder.Services;
        var instance = RegisteredName(services, name) ?? name;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MockLLMOptions>, MockLLMConfiguration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MockLLMOptions>, MockSectionValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MockLLMOptions>, MockLLMOptionsValidator>());
        services.AddOptions<MockLLMOptions>(instance).Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddKeyedSingleton(instance, (provider, _) => Create(provider, instance));
        return builder.AddProvider(instance, (provider, key) => provider.GetRequiredKeyedService<MockLLMService>(key));
    }

    /// <summary>Registers a mock that a test made itself, under its instance name.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="mock">Kept, not copied: calls made through the container are in its <see cref="MockLLMService.Calls"/>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddMock(this ILLMBuilder builder, MockLLMService mock)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(mock);
        builder.Services.TryAddKeyedSingleton(mock.Metadata.InstanceName, mock);
        return builder.AddProvider(mock.Metadata.InstanceName, (_, _) => mock);
    }

    private static MockLLMService Create(IServiceProvider provider, string name) => new(
        provider.GetRequiredService<IOptionsMonitor<MockLLMOptions>>().Get(name),
        name,
        provider.GetRequiredService<TimeProvider>());

    private static string? RegisteredName(IServiceCollection services, string name) => services
        .Where(descriptor => !descriptor.IsKeyedService)
        .Select(descriptor => (descriptor.ImplementationInstance as LLMProviderRegistration)?.Name)
        .FirstOrDefault(registered => string.Equals(registered, name, StringComparison.OrdinalIgnoreCase));
}
