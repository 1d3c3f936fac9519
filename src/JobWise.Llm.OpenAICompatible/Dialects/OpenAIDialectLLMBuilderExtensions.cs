using System.Diagnostics.CodeAnalysis;
using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Registers a vendor of the OpenAI protocol by its dialect; the packages of the vendors end here.</summary>
public static class OpenAIDialectLLMBuilderExtensions
{
    /// <summary>Registers an instance of a vendor.</summary>
    /// <typeparam name="TOptions">The vendor's options; must have a constructor without parameters.</typeparam>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name twice configures the same instance.</param>
    /// <param name="dialect">How the vendor differs.</param>
    /// <param name="bind">Binds the section <c>JobWise:Llm:Providers:{name}</c>; written by the caller so that the binder is generated for its options.</param>
    /// <param name="configure">Sets options in code; goes after the configuration.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddOpenAIDialect<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        this ILLMBuilder builder, string name, OpenAIDialect dialect, Action<IConfiguration, TOptions> bind, Action<TOptions>? configure = null)
        where TOptions : OpenAIProtocolOptions, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(bind);
        if (KnownName(builder.Services, name) is { } known)
        {
            name = known;
        }
        else
        {
            AddOptions(builder.Services, name, dialect, bind);
            AddClient<TOptions>(builder.Services, name);
            builder.AddProvider(name, (services, key) => new OpenAICompatibleLLMService(ProviderSetup.FromServices<TOptions>(services, dialect, key)));
        }

        if (configure is not null)
        {
            builder.Services.PostConfigure(name, configure);
        }

        return builder;
    }

    // As it was first spelled: names of instances have no case, names of options have.
    private static string? KnownName(IServiceCollection services, string name) => services
        .Where(descriptor => !descriptor.IsKeyedService)
        .Select(descriptor => (descriptor.ImplementationInstance as LLMProviderRegistration)?.Name)
        .FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    private static void AddOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IServiceCollection services, string name, OpenAIDialect dialect, Action<IConfiguration, TOptions> bind)
        where TOptions : OpenAIProtocolOptions, new()
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptionsWithValidateOnStart<TOptions>(name);
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => new ConfigureFromSection<TOptions>(name, provider.GetService<IConfiguration>(), bind));
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider => new SectionChangeTokenSource<TOptions>(name, provider.GetService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<TOptions>>(
            provider => new OpenAIProtocolOptionsValidator<TOptions>(name, dialect, provider.GetService<IConfiguration>()));
    }

    private static void AddClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services, string name)
        where TOptions : OpenAIProtocolOptions, new() => services
            .AddHttpClient(ProviderSetup.ClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                SafeHttpHandler.Create(ConnectTimeoutOf(provider.GetRequiredService<IOptionsMonitor<TOptions>>(), name)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // All of them: the application's own headers may be secrets as well.
            .RedactLoggedHeaders(static _ => true);

    private static TimeSpan ConnectTimeoutOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IOptionsMonitor<TOptions> options, string name)
        where TOptions : OpenAIProtocolOptions, new()
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
