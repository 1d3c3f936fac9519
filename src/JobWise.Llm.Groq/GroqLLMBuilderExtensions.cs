using Microsoft.Extensions.Configuration;

namespace JobWise.Llm;

/// <summary>Registers Groq.</summary>
public static class GroqLLMBuilderExtensions
{
    /// <summary>Registers Groq, or a second account of it under another name.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; the same name twice configures the same instance.</param>
    /// <param name="configure">Sets options in code; goes after <c>JobWise:Llm:Providers:{name}</c>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddGroq(this ILLMBuilder builder, string name = "groq", Action<GroqOptions>? configure = null) =>
        builder.AddOpenAIDialect<GroqOptions>(name, GroqDialect.Value, static (section, options) => section.Bind(options), configure);
}
