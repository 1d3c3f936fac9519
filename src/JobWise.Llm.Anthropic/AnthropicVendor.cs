namespace JobWise.Llm.Wire;

/// <summary>What the transport must know of Anthropic. State of November 2026.</summary>
internal static class AnthropicVendor
{
    private const string VersionHeader = "anthropic-version";

    /// <summary>The one value. The default model is the catalogue's.</summary>
    public static Vendor Value { get; } = new()
    {
        ProviderName = "anthropic",
        DefaultBaseUrl = new Uri("https://api.anthropic.com/v1"),
        ApiKeyVariable = "ANTHROPIC_API_KEY",
        RequiresApiKey = true,
        KeyHeader = "x-api-key",
        Headers = Headers,
        ErrorCodes = new Dictionary<string, LLMErrorMeaning>(StringComparer.OrdinalIgnoreCase)
        {
            ["billing_error"] = LLMErrorMeaning.Quota,
            // A rate limit by its type, but it ends with the month.
            ["enforced_spend_limit_reached"] = LLMErrorMeaning.Quota,
            ["api_error"] = LLMErrorMeaning.Server,
            ["timeout_error"] = LLMErrorMeaning.Server,
        },
        ErrorPhrases =
        [
            // The spend limits of the tier (429) and of the account itself (400), where no code tells them.
            ("reached your api usage limits", LLMErrorMeaning.Quota),
            ("reached your specified api usage limits", LLMErrorMeaning.Quota),
            ("reached your specified workspace api usage limits", LLMErrorMeaning.Quota),
            ("prompt is too long", LLMErrorMeaning.ContextLength),
            ("exceed context limit", LLMErrorMeaning.ContextLength),
        ],
        RateLimits = new RateLimitHeaders
        {
            Requests = LimitOf("requests"),
            Tokens = LimitOf("tokens"),
            InputTokens = LimitOf("input-tokens"),
            OutputTokens = LimitOf("output-tokens"),
            RequestWindow = TimeSpan.FromMinutes(1),
            TokenWindow = TimeSpan.FromMinutes(1),
        },
    };

    private static IEnumerable<KeyValuePair<string, string>> Headers(LLMProviderOptions options)
    {
        // An application that needs another version sets it among its own headers.
        if (!options.DefaultHeaders.ContainsKey(VersionHeader))
        {
            yield return new(VersionHeader, "2023-06-01");
        }

        if (options is AnthropicOptions { BetaFeatures: { Count: > 0 } features })
        {
            yield return new("anthropic-beta", string.Join(',', features));
        }
    }

    private static RateLimitHeader LimitOf(string what) => new()
    {
        Limit = $"anthropic-ratelimit-{what}-limit",
        Remaining = $"anthropic-ratelimit-{what}-remaining",
        Reset = $"anthropic-ratelimit-{what}-reset",
    };
}
