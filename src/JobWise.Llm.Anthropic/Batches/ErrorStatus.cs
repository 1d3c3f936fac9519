namespace JobWise.Llm.Wire;

/// <summary>The HTTP status that each type of error has on a call of its own; a line of a batch names only the type.</summary>
internal static class ErrorStatus
{
    public static int? Of(string? type) => type switch
    {
        "invalid_request_error" => 400,
        "authentication_error" => 401,
        "billing_error" => 402,
        "permission_error" => 403,
        "not_found_error" => 404,
        "request_too_large" => 413,
        "rate_limit_error" => 429,
        "api_error" => 500,
        "timeout_error" => 504,
        "overloaded_error" => 529,
        _ => null,
    };
}
