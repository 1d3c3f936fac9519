using JobWise.Llm.Wire;
using Microsoft.Extensions.Configuration;

namespace JobWise.Llm;

/// <summary>Registers Anthropic.</summary>
public static class AnthropicLLMBuilderExtensions
{
    /// <summary>Registers Anthropic, or a second account of it under another name.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name twice configures the same instance.</param>
    /// <param name="configure">Sets options in code; goes after <c>JobWise:Llm:Providers:{name}</c>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddAnthropic(this ILLMBuilder builder, string name = "anthropic", Action<AnthropicOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ProviderRegistration.Add<AnthropicOptions>(
            builder, name, AnthropicVendor.Value, static (section, options) => section.Bind(options), configure, static instance => new AnthropicLLMService(instance));
        return builder;
    }
}
