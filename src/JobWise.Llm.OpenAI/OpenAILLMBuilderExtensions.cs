using Microsoft.Extensions.Configuration;

namespace JobWise.Llm;

/// <summary>Registers OpenAI.</summary>
public static class OpenAILLMBuilderExtensions
{
    /// <summary>Registers OpenAI, or a second account of it under another name.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name twice configures the same instance.</param>
    /// <param name="configure">Sets options in code; goes after <c>JobWise:Llm:Providers:{name}</c>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddOpenAI(this ILLMBuilder builder, string name = "openai", Action<OpenAIOptions>? configure = null) =>
        builder.AddOpenAIDialect<OpenAIOptions>(name, OpenAIVendorDialect.Value, static (section, options) => section.Bind(options), configure);
}
