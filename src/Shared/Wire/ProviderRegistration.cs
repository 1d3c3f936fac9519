using System.Diagnostics.CodeAnalysis;
using JobWise.Llm.Reload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Wire;

/// <summary>Registers an instance of a provider that is reached over HTTP: its options, its client, its service.</summary>
internal static class ProviderRegistration
{
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name twice configures the same instance.</param>
    /// <param name="vendor">What the transport must know.</param>
    /// <param name="bind">Binds the section <c>JobWise:Llm:Providers:{name}</c>.</param>
    /// <param name="configure">Sets options in code; goes after the configuration.</param>
    /// <param name="create">Makes the service.</param>
    public static void Add<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        ILLMBuilder builder, string name, Vendor vendor, Action<IConfiguration, TOptions> bind, Action<TOptions>? configure, Func<ProviderInstance, ILLMService> create)
        where TOptions : LLMProviderOptions, new()
    {
        if (KnownName(builder.Services, name) is { } known)
        {
            name = known;
        }
        else
        {
            AddOptions(builder.Services, name, vendor, bind);
            AddClient<TOptions>(builder.Services, name);
            builder.AddProvider(name, (services, key) => create(ProviderSetup.FromServices<TOptions>(services, vendor, key)));
        }

        if (configure is not null)
        {
            builder.Services.PostConfigure(name, configure);
        }
    }

    // As it was first spelled: names of instances have no case, names of options have.
    private static string? KnownName(IServiceCollection services, string name) => services
        .Where(descriptor => !descriptor.IsKeyedService)
        .Select(descriptor => (descriptor.ImplementationInstance as LLMProviderRegistration)?.Name)
        .FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    private static void AddOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IServiceCollection services, string name, Vendor vendor, Action<IConfiguration, TOptions> bind)
        where TOptions : LLMProviderOptions, new()
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptionsWithValidateOnStart<TOptions>(name);
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => new ConfigureFromSection<TOptions>(name, provider.GetService<IConfiguration>(), bind));
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider => new ReloadGuard<TOptions>(
            name, () => provider.GetService<IConfiguration>()?.GetReloadToken(), provider, ProviderSetup.ClientName(name)));
        services.AddSingleton<IValidateOptions<TOptions>>(
            provider => new ProviderOptionsValidator<TOptions>(name, vendor, provider.GetService<IConfiguration>()));
    }

    private static void AddClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services, string name)
        where TOptions : LLMProviderOptions, new() => services
            .AddHttpClient(ProviderSetup.ClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                SafeHttpHandler.Create(ConnectTimeoutOf(provider.GetRequiredService<IOptionsMonitor<TOptions>>(), name)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // All of them: the application's own headers may be secrets as well.
            .RedactLoggedHeaders(static _ => true);

    private static TimeSpan ConnectTimeoutOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IOptionsMonitor<TOptions> options, string name)
        where TOptions : LLMProviderOptions, new()
    {
        try
        {
            return options.Get(name).ConnectTimeout;
        }
        catch (OptionsValidationException)
        {
            // The client factory would keep this exception for good, though the next reload may mend the options.
            return new TOptions().ConnectTimeout;
        }
    }
}
