namespace JobWise.Llm.Wire;

/// <summary>What an instance says of itself, and the settings that it was made from.</summary>
internal sealed class Description
{
    private readonly Uri? _baseUrl;
    private readonly string? _defaultModel;
    private readonly string? _configuredKey;
    private readonly bool _fetchesKey;

    private Description(ProviderInstance instance, LLMProviderOptions options, string? apiKey)
    {
        (_baseUrl, _defaultModel, _configuredKey, _fetchesKey) = (options.BaseUrl, options.DefaultModel, options.ApiKey, options.ApiKeyProvider is not null);
        ApiKey = apiKey;
        Metadata = new LLMServiceMetadata
        {
            ProviderName = instance.Vendor.ProviderName,
            InstanceName = instance.Name,
            Endpoint = (options.BaseUrl ?? instance.Vendor.DefaultBaseUrl) is null ? null : instance.EndpointFor(options).Shown,
            DefaultModel = instance.DefaultModel(options),
            Account = apiKey is null ? null : KeyFingerprint.Of(apiKey),
        };
    }

    /// <summary>The key that the account stands for; null where it is not known.</summary>
    public string? ApiKey { get; }

    public LLMServiceMetadata Metadata { get; }

    public static Description Of(ProviderInstance instance, LLMProviderOptions options, string? apiKey) => new(instance, options, apiKey);

    /// <summary>Whether the options still say the same. They may have been changed in place, so their values are compared.</summary>
    public bool IsOf(LLMProviderOptions options) =>
        ReferenceEquals(_baseUrl, options.BaseUrl)
        && ReferenceEquals(_defaultModel, options.DefaultModel)
        && ReferenceEquals(_configuredKey, options.ApiKey)
        && _fetchesKey == (options.ApiKeyProvider is not null);
}
