using System.Collections.Frozen;

namespace JobWise.Llm.Wire;

/// <summary>What an error means: by the vendor's code, then by its type, then by its words, and only then by the HTTP status.</summary>
internal static class ErrorTable
{
    // Sources: the vendors' error pages and clients as of November 2026; see docs/providers.md.
    private static readonly FrozenDictionary<string, LLMErrorMeaning> Codes = new Dictionary<string, LLMErrorMeaning>(StringComparer.OrdinalIgnoreCase)
    {
        ["insufficient_quota"] = LLMErrorMeaning.Quota,
        ["credit_balance_exhausted"] = LLMErrorMeaning.Quota,
        ["organization_spend_limit_exceeded"] = LLMErrorMeaning.Quota,
        ["project_spend_limit_exceeded"] = LLMErrorMeaning.Quota,
        ["organization_usage_limit_exceeded"] = LLMErrorMeaning.Quota,
        ["billing_hard_limit_reached"] = LLMErrorMeaning.Quota,
        ["billing_not_active"] = LLMErrorMeaning.Quota,
        ["rate_limit_exceeded"] = LLMErrorMeaning.RateLimit,
        ["rate_limit_error"] = LLMErrorMeaning.RateLimit,
        ["slow_down"] = LLMErrorMeaning.RateLimit,
        ["capacity_exceeded"] = LLMErrorMeaning.RateLimit,
        ["overloaded_error"] = LLMErrorMeaning.RateLimit,
        ["invalid_api_key"] = LLMErrorMeaning.Authentication,
        ["authentication_error"] = LLMErrorMeaning.Authentication,
        ["permission_error"] = LLMErrorMeaning.Permission,
        ["organization_restricted"] = LLMErrorMeaning.Permission,
        ["model_not_found"] = LLMErrorMeaning.ModelNotFound,
        ["model_decommissioned"] = LLMErrorMeaning.ModelNotFound,
        ["context_length_exceeded"] = LLMErrorMeaning.ContextLength,
        ["exceed_context_size_error"] = LLMErrorMeaning.ContextLength,
        ["request_too_large"] = LLMErrorMeaning.ContextLength,
        ["content_filter"] = LLMErrorMeaning.ContentPolicy,
        ["content_policy_violation"] = LLMErrorMeaning.ContentPolicy,
        ["moderation_blocked"] = LLMErrorMeaning.ContentPolicy,
        ["json_validate_failed"] = LLMErrorMeaning.InvalidResponse,
        ["tool_use_failed"] = LLMErrorMeaning.InvalidResponse,
        ["output_parse_failed"] = LLMErrorMeaning.InvalidResponse,
        ["server_is_overloaded"] = LLMErrorMeaning.Server,
        ["server_error"] = LLMErrorMeaning.Server,
        ["internal_server_error"] = LLMErrorMeaning.Server,
        ["service_unavailable"] = LLMErrorMeaning.Server,
        ["unavailable_error"] = LLMErrorMeaning.Server,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // For servers that give no code of use. Each is a whole phrase of a server's own message, so that a prompt's words cannot match by chance.
    private static readonly (string Words, LLMErrorMeaning Meaning)[] Phrases =
    [
        ("maximum context length", LLMErrorMeaning.ContextLength),
        ("exceeds the available context size", LLMErrorMeaning.ContextLength),
        ("request too large for model", LLMErrorMeaning.ContextLength),
        ("generated json does not match the expected schema", LLMErrorMeaning.InvalidResponse),
        ("does not exist or you do not have access to it", LLMErrorMeaning.ModelNotFound),
        ("credit balance is too low", LLMErrorMeaning.Quota),
        ("is currently overloaded", LLMErrorMeaning.Server),
    ];

    public static LLMErrorMeaning MeaningOf(int? status, WireError? error, Vendor vendor)
    {
        // Anthropic's word for 404, which an error inside a good answer has instead of a status.
        status ??= error?.Status ?? (error?.Type is "not_found_error" ? 404 : null);
        var known = ByWord(error?.Code, vendor) ?? ByPhrase(error?.Message, vendor.ErrorPhrases) ?? ByPhrase(error?.Message, Phrases) ?? ByWord(error?.Type, vendor);
        return known switch
        {
            // Groq's 413 carries the code of a rate limit, but the request is larger than the limit and never fits.
            LLMErrorMeaning.RateLimit when status == 413 => LLMErrorMeaning.ContextLength,
            { } meaning => meaning,
            null when status is { } code && vendor.ErrorStatuses.TryGetValue(code, out var own) => own,
            null => ByStatus(status, error),
        };
    }

    private static LLMErrorMeaning? ByWord(string? word, Vendor vendor) => word switch
    {
        null => null,
        _ when vendor.ErrorCodes.TryGetValue(word, out var own) => own,
        _ when Codes.TryGetValue(word, out var common) => common,
        _ => null,
    };

    private static LLMErrorMeaning? ByPhrase(string? message, IReadOnlyList<(string Words, LLMErrorMeaning Meaning)> phrases)
    {
        foreach (var (words, meaning) in phrases)
        {
            if (message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
            {
                return meaning;
            }
        }

        return null;
    }

    private static LLMErrorMeaning ByStatus(int? status, WireError? error) => status switch
    {
        401 => LLMErrorMeaning.Authentication,
        402 => LLMErrorMeaning.Quota,
        403 => LLMErrorMeaning.Permission,
        404 when error?.Message?.Contains("model", StringComparison.OrdinalIgnoreCase) == true => LLMErrorMeaning.ModelNotFound,
        413 => LLMErrorMeaning.ContextLength,
        429 or 498 or 529 => LLMErrorMeaning.RateLimit,
        408 or 409 or 425 => LLMErrorMeaning.Server,
        501 or 505 => LLMErrorMeaning.InvalidRequest,
        >= 300 and < 500 => LLMErrorMeaning.InvalidRequest,
        null when error?.Type is "invalid_request_error" or "BadRequestError" => LLMErrorMeaning.InvalidRequest,
        // 5xx, and an error without a status inside an answer that began well.
        _ => LLMErrorMeaning.Server,
    };
}
