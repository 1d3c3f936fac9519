namespace JobWise.Llm.Wire;

/// <summary>One configured provider: what it is, how it is reached, and what the calls share.</summary>
internal sealed class ProviderInstance
{
    private Endpoint? _endpoint;
    private Description? _description;

    /// <summary>The name the instance was registered under.</summary>
    public required string Name { get; init; }

    public required Vendor Vendor { get; init; }

    /// <summary>The client; asked for on every call.</summary>
    public required Func<HttpClient> Client { get; init; }

    /// <summary>The options as they stand now; asked for on every call.</summary>
    public required Func<LLMProviderOptions> Options { get; init; }

    public required ApiKeySource Key { get; init; }

    public required TimeProvider Time { get; init; }

    public required LLMModelCatalog Catalog { get; init; }

    public required LLMPriceBook Prices { get; init; }

    /// <summary>What the catalogue knows about a model of this vendor.</summary>
    public LLMModel? FindModel(string id) => Catalog.Find(Vendor.ProviderName, id);

    /// <summary>Today in UTC, for the ends of models.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>The model of requests that name none; null when nobody set one.</summary>
    public string? DefaultModel(LLMProviderOptions options) =>
        options.DefaultModel ?? Catalog.DefaultModel(Vendor.ProviderName) ?? Vendor.DefaultModel;

    /// <summary>What the instance is, for <see cref="ILLMService.Metadata"/>. Made anew only when the options or the key have changed.</summary>
    public LLMServiceMetadata Describe()
    {
        var options = Options();
        var known = Volatile.Read(ref _description);
        if (known is null || !known.IsOf(options))
        {
            Volatile.Write(ref _description, known = Description.Of(this, options, Key.Peek(options)));
        }

        return known.Metadata;
    }

    /// <summary>Tells which key a request was sent with. One that comes from the environment is otherwise looked up only once.</summary>
    public void NoteKey(LLMProviderOptions options, string? key)
    {
        if (options.ApiKeyProvider is null && Volatile.Read(ref _description) is { } known && !string.Equals(known.ApiKey, key, StringComparison.Ordinal))
        {
            Volatile.Write(ref _description, Description.Of(this, options, key));
        }
    }

    /// <summary>The addresses for these options; made anew only when the base address has changed.</summary>
    public Endpoint EndpointFor(LLMProviderOptions options)
    {
        var baseUrl = options.BaseUrl ?? Vendor.DefaultBaseUrl
            ?? throw new LLMInvalidRequestException(
                $"JobWise:Llm:Providers:{Name}:BaseUrl is not set. Set it to the address of the server, such as http://localhost:11434/v1.",
                new LLMErrorDetails { Provider = Vendor.ProviderName });
        var known = Volatile.Read(ref _endpoint);
        if (known is null || !ReferenceEquals(known.BaseUrl, baseUrl))
        {
            Volatile.Write(ref _endpoint, known = new Endpoint(baseUrl));
        }

        return known;
    }

    /// <summary>The model of a request that may name none.</summary>
    public string ModelOf(LLMRequest request, LLMProviderOptions options) =>
        request.Model ?? DefaultModel(options)
        ?? throw new LLMInvalidRequestException(
            $"No model is named. Set LLMRequest.Model, or JobWise:Llm:Providers:{Name}:DefaultModel for all calls.",
            new LLMErrorDetails { Provider = Vendor.ProviderName });
}
