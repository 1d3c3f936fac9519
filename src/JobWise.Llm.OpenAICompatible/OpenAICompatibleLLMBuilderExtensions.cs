using Microsoft.Extensions.Configuration;

namespace JobWise.Llm;

/// <summary>Registers servers that speak the OpenAI protocol.</summary>
public static class OpenAICompatibleLLMBuilderExtensions
{
    /// <summary>Registers a server such as Ollama, llama.cpp or vLLM. It needs <see cref="LLMProviderOptions.BaseUrl"/>, but no key.</summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="name">The instance's name; several servers take one name each, and the same name twice configures the same instance.</param>
    /// <param name="configure">Sets options in code; goes after <c>JobWise:Llm:Providers:{name}</c>.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddOpenAICompatible(this ILLMBuilder builder, string name = "local", Action<OpenAICompatibleOptions>? configure = null) =>
        builder.AddOpenAIDialect<OpenAICompatibleOptions>(name, OpenAIDialect.Compatible, static (section, options) => section.Bind(options), configure);
}
