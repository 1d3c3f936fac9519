using System.Collections.Frozen;

namespace JobWise.Llm.Wire;

/// <summary>What an error means: by the vendor's code, then by its type, then by its words, and only then by the HTTP status.</summary>
internal static class ErrorTable
{
    // Sources: the vendors' error pages and clients as of November 2026; see docs/providers.md.
    private static readonly FrozenDictionary<string, OpenAIErrorMeaning> Codes = new Dictionary<string, OpenAIErrorMeaning>(StringComparer.OrdinalIgnoreCase)
    {
        ["insufficient_quota"] = OpenAIErrorMeaning.Quota,
        ["credit_balance_exhausted"] = OpenAIErrorMeaning.Quota,
        ["organization_spend_limit_exceeded"] = OpenAIErrorMeaning.Quota,
        ["project_spend_limit_exceeded"] = OpenAIErrorMeaning.Quota,
        ["organization_usage_limit_exceeded"] = OpenAIErrorMeaning.Quota,
        ["billing_hard_limit_reached"] = OpenAIErrorMeaning.Quota,
        ["billing_not_active"] = OpenAIErrorMeaning.Quota,
        ["rate_limit_exceeded"] = OpenAIErrorMeaning.RateLimit,
        ["rate_limit_error"] = OpenAIErrorMeaning.RateLimit,
        ["slow_down"] = OpenAIErrorMeaning.RateLimit,
        ["capacity_exceeded"] = OpenAIErrorMeaning.RateLimit,
        ["overloaded_error"] = OpenAIErrorMeaning.RateLimit,
        ["invalid_api_key"] = OpenAIErrorMeaning.Authentication,
        ["authentication_error"] = OpenAIErrorMeaning.Authentication,
        ["permission_error"] = OpenAIErrorMeaning.Permission,
        ["organization_restricted"] = OpenAIErrorMeaning.Permission,
        ["model_not_found"] = OpenAIErrorMeaning.ModelNotFound,
        ["model_decommissioned"] = OpenAIErrorMeaning.ModelNotFound,
        ["context_length_exceeded"] = OpenAIErrorMeaning.ContextLength,
        ["exceed_context_size_error"] = OpenAIErrorMeaning.ContextLength,
        ["request_too_large"] = OpenAIErrorMeaning.ContextLength,
        ["content_filter"] = OpenAIErrorMeaning.ContentPolicy,
        ["content_policy_violation"] = OpenAIErrorMeaning.ContentPolicy,
        ["moderation_blocked"] = OpenAIErrorMeaning.ContentPolicy,
        ["json_validate_failed"] = OpenAIErrorMeaning.InvalidResponse,
        ["tool_use_failed"] = OpenAIErrorMeaning.InvalidResponse,
        ["output_parse_failed"] = OpenAIErrorMeaning.InvalidResponse,
        ["server_is_overloaded"] = OpenAIErrorMeaning.Server,
        ["server_error"] = OpenAIErrorMeaning.Server,
        ["internal_server_error"] = OpenAIErrorMeaning.Server,
        ["service_unavailable"] = OpenAIErrorMeaning.Server,
        ["unavailable_error"] = OpenAIErrorMeaning.Server,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // For servers that give no code of use. Each is a whole phrase of a server's own message, so that a prompt's words cannot match by chance.
    private static readonly (string Words, OpenAIErrorMeaning Meaning)[] Phrases =
    [
        ("maximum context length", OpenAIErrorMeaning.ContextLength),
        ("exceeds the available context size", OpenAIErrorMeaning.ContextLength),
        ("request too large for model", OpenAIErrorMeaning.ContextLength),
        ("generated json does not match the expected schema", OpenAIErrorMeaning.InvalidResponse),
        ("does not exist or you do not have access to it", OpenAIErrorMeaning.ModelNotFound),
        ("credit balance is too low", OpenAIErrorMeaning.Quota),
        ("is currently overloaded", OpenAIErrorMeaning.Server),
    ];

    public static OpenAIErrorMeaning MeaningOf(int? status, WireError? error, OpenAIDialect dialect)
    {
        status ??= error?.Status;
        var known = ByWord(error?.Code, dialect) ?? ByPhrase(error?.Message) ?? ByWord(error?.Type, dialect);
        return known switch
        {
            // Groq's 413 carries the code of a rate limit, but the request is larger than the limit and never fits.
            OpenAIErrorMeaning.RateLimit when status == 413 => OpenAIErrorMeaning.ContextLength,
            { } meaning => meaning,
            null => ByStatus(status, error),
        };
    }

    private static OpenAIErrorMeaning? ByWord(string? word, OpenAIDialect dialect) => word switch
    {
        null => null,
        _ when dialect.ErrorCodes.TryGetValue(word, out var own) => own,
        _ when Codes.TryGetValue(word, out var common) => common,
        _ => null,
    };

    private static OpenAIErrorMeaning? ByPhrase(string? message)
    {
        foreach (var (words, meaning) in Phrases)
        {
            if (message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
            {
                return meaning;
            }
        }

        return null;
    }

    private static OpenAIErrorMeaning ByStatus(int? status, WireError? error) => status switch
    {
        401 => OpenAIErrorMeaning.Authentication,
        402 => OpenAIErrorMeaning.Quota,
        403 => OpenAIErrorMeaning.Permission,
        404 when error?.Message?.Contains("model", StringComparison.OrdinalIgnoreCase) == true => OpenAIErrorMeaning.ModelNotFound,
        413 => OpenAIErrorMeaning.ContextLength,
        429 or 498 or 529 => OpenAIErrorMeaning.RateLimit,
        408 or 409 or 425 => OpenAIErrorMeaning.Server,
        501 or 505 => OpenAIErrorMeaning.InvalidRequest,
        >= 300 and < 500 => OpenAIErrorMeaning.InvalidRequest,
        null when error?.Type is "invalid_request_error" or "BadRequestError" => OpenAIErrorMeaning.InvalidRequest,
        // 5xx, and an error without a status inside an answer that began well.
        _ => OpenAIErrorMeaning.Server,
    };
}
