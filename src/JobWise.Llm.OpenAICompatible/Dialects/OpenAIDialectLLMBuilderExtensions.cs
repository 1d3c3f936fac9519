using System.Diagnostics.CodeAnalysis;
using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;

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
        ProviderRegistration.Add(builder, name, dialect.ToVendor(), bind, configure, instance => new OpenAICompatibleLLMService(instance, dialect));
        return builder;
    }
}
