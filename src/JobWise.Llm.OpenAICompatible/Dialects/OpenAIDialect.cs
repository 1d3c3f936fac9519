using System.Collections.ObjectModel;
using JobWise.Llm.Wire;

namespace JobWise.Llm;

/// <summary>How one vendor's form of the OpenAI protocol differs, as data. A new vendor is a new value of this record, not a new class.</summary>
public sealed record OpenAIDialect
{
    /// <summary>A server that keeps to the common part of the protocol: no key needed, no default address and no default model.</summary>
    public static OpenAIDialect Compatible { get; } = new() { ProviderName = "openai_compatible", RequestsStreamUsage = true, ReasoningField = "reasoning_content" };

    /// <summary>The vendor; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The address when the options name none; null makes <see cref="LLMProviderOptions.BaseUrl"/> compulsory.</summary>
    public Uri? DefaultBaseUrl { get; init; }

    /// <summary>The model when neither the request, the options nor the catalogue name one; null makes naming one compulsory.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>The configuration key and environment variable that holds the API key, such as <c>GROQ_API_KEY</c>; null reads none.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>Whether a call without a key is refused before it is sent.</summary>
    public bool RequiresApiKey { get; init; }

    /// <summary>The field that carries <see cref="LLMRequest.MaxTokens"/>.</summary>
    /// <value>The default value is <c>max_tokens</c>, which every compatible server knows.</value>
    public string OutputCapField { get; init; } = "max_tokens";

    /// <summary>The field that carries <see cref="LLMRequest.EndUserId"/>.</summary>
    /// <value>The default value is <c>user</c>.</value>
    public string EndUserField { get; init; } = "user";

    /// <summary>Whether a stream brings its token counts only when <c>stream_options.include_usage</c> asks for them.</summary>
    public bool RequestsStreamUsage { get; init; }

    /// <summary>Whether a JSON object is refused unless a message holds the word "json"; it is then added.</summary>
    public bool NeedsJsonWord { get; init; }

    /// <summary>The field of an assistant message that takes earlier reasoning back; null where the vendor takes none.</summary>
    public string? ReasoningField { get; init; }

    /// <summary>The vendor's own error codes and types; they go before the common ones.</summary>
    public IReadOnlyDictionary<string, LLMErrorMeaning> ErrorCodes { get; init; } = ReadOnlyDictionary<string, LLMErrorMeaning>.Empty;

    /// <summary>What an HTTP status means at this vendor where no code tells more; goes before the common meaning.</summary>
    public IReadOnlyDictionary<int, LLMErrorMeaning> ErrorStatuses { get; init; } = ReadOnlyDictionary<int, LLMErrorMeaning>.Empty;

    /// <summary>The window of the vendor's request headers (<c>x-ratelimit-limit-requests</c>); null where its documents do not say.</summary>
    public TimeSpan? RequestLimitWindow { get; init; }

    /// <summary>The window of the vendor's token headers (<c>x-ratelimit-limit-tokens</c>); null where its documents do not say.</summary>
    public TimeSpan? TokenLimitWindow { get; init; }

    /// <summary>What some models do differently; the first rule that fits holds.</summary>
    public IReadOnlyList<OpenAIModelRule> ModelRules { get; init; } = [];

    /// <summary>What the vendor takes as a batch, made from an uploaded file; null where it has no batches.</summary>
    public LLMBatchRules? Batch { get; init; }

    internal Vendor ToVendor() => new()
    {
        ProviderName = ProviderName,
        DefaultBaseUrl = DefaultBaseUrl,
        DefaultModel = DefaultModel,
        ApiKeyVariable = ApiKeyVariable,
        RequiresApiKey = RequiresApiKey,
        Headers = static options => options is OpenAIProtocolOptions own ? own.GetVendorHeaders() : [],
        ErrorCodes = ErrorCodes,
        ErrorStatuses = ErrorStatuses,
        RateLimits = new RateLimitHeaders
        {
            Requests = LimitOf("requests"),
            Tokens = LimitOf("tokens"),
            RequestWindow = RequestLimitWindow,
            TokenWindow = TokenLimitWindow,
        },
    };

    internal OpenAIModelRule? RuleFor(string model)
    {
        for (var i = 0; i < ModelRules.Count; i++)
        {
            if (model.StartsWith(ModelRules[i].Prefix, StringComparison.OrdinalIgnoreCase))
            {
                return ModelRules[i];
            }
        }

        return null;
    }

    private static RateLimitHeader LimitOf(string what) => new()
    {
        Limit = $"x-ratelimit-limit-{what}",
        Remaining = $"x-ratelimit-remaining-{what}",
        Reset = $"x-ratelimit-reset-{what}",
    };
}
