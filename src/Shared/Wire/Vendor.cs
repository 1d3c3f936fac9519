using System.Collections.ObjectModel;

namespace JobWise.Llm.Wire;

/// <summary>What the transport must know of a vendor; the same for every protocol.</summary>
internal sealed record Vendor
{
    /// <summary>See <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string ProviderName { get; init; }

    public Uri? DefaultBaseUrl { get; init; }

    public string? DefaultModel { get; init; }

    /// <summary>The configuration key and environment variable of the API key; null reads none.</summary>
    public string? ApiKeyVariable { get; init; }

    public bool RequiresApiKey { get; init; }

    /// <summary>The header that carries the bare key; null sends <c>Authorization: Bearer</c>.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>The headers beside the key: of the protocol, or what the vendor's own options stand for.</summary>
    public Func<LLMProviderOptions, IEnumerable<KeyValuePair<string, string>>> Headers { get; init; } = static _ => [];

    /// <summary>The vendor's own error codes and types; they go before the common ones.</summary>
    public required IReadOnlyDictionary<string, LLMErrorMeaning> ErrorCodes { get; init; }

    /// <summary>Whole phrases of the vendor's own messages, for errors whose type says too little; they go before the common ones.</summary>
    public IReadOnlyList<(string Words, LLMErrorMeaning Meaning)> ErrorPhrases { get; init; } = [];

    /// <summary>What an HTTP status means at this vendor where no code tells more; goes before the common meaning.</summary>
    public IReadOnlyDictionary<int, LLMErrorMeaning> ErrorStatuses { get; init; } = ReadOnlyDictionary<int, LLMErrorMeaning>.Empty;

    public required RateLimitHeaders RateLimits { get; init; }
}
