namespace JobWise.Llm;

/// <summary>How to reach Anthropic. The key is best set as <c>ANTHROPIC_API_KEY</c>; everything else has a default.</summary>
public sealed class AnthropicOptions : LLMProviderOptions
{
    /// <summary>Features in beta that every request asks for, sent as the header <c>anthropic-beta</c>.</summary>
    /// <value>The default is none.</value>
    public IList<string> BetaFeatures { get; } = [];

    /// <summary>
    /// Whether, and for how long, Anthropic keeps the start of every request that calls share: the tools and the system message. What is
    /// read from its cache costs a fraction of the price; what is written costs more.
    /// </summary>
    /// <value>The default value is <see cref="AnthropicPromptCache.Off"/>.</value>
    public AnthropicPromptCache PromptCache { get; set; }
}
