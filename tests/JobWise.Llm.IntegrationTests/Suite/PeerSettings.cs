namespace JobWise.Llm.IntegrationTests;

/// <summary>What an instance must be told to reach the peer server.</summary>
public sealed record PeerSettings
{
    public required Uri BaseUrl { get; init; }

    public required string Key { get; init; }

    /// <summary>The model of requests that name none; the health check looks for it in the server's list.</summary>
    public required string DefaultModel { get; init; }

    /// <summary>Sent with every request.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Tells it to the options of any provider.</summary>
    public void ApplyTo(LLMProviderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.BaseUrl = BaseUrl;
        options.ApiKey = Key;
        options.DefaultModel = DefaultModel;
        foreach (var (name, value) in Headers)
        {
            options.DefaultHeaders[name] = value;
        }
    }
}
