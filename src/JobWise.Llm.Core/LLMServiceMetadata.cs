namespace JobWise.Llm;

/// <summary>What an <see cref="ILLMService"/> stands for.</summary>
public sealed record LLMServiceMetadata
{
    /// <summary>The vendor in the words of OpenTelemetry's <c>gen_ai.provider.name</c>, such as <c>groq</c>, <c>openai</c> or <c>mock</c>; the catalogue is keyed by it.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The name the instance was registered under; equals <see cref="ProviderName"/> unless two instances of one vendor exist.</summary>
    public required string InstanceName { get; init; }

    /// <summary>The base address of the provider, or null where there is none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// An opaque id of the account that calls are billed to: instances with the same one share the provider's limits. A fingerprint of the
    /// key, never the key itself; null where it is not known, as with a key that is fetched anew for every call.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>The model used when neither the request nor its workflow names one.</summary>
    public string? DefaultModel { get; init; }
}
