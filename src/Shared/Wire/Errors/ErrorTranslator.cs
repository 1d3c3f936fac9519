using System.Globalization;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Turns what the provider said into the exception that stands for it.</summary>
internal static class ErrorTranslator
{
    /// <param name="error">The error in the body; null when the body says nothing that can be read.</param>
    /// <param name="status">The HTTP status; null for an error inside a successful answer.</param>
    /// <param name="headers">Of an error answer; null for an error inside a successful answer.</param>
    /// <param name="facts">What is known around it.</param>
    public static LLMServiceException Translate(WireError? error, int? status, HttpResponseHeaders? headers, ErrorFacts facts)
    {
        var meaning = ErrorTable.MeaningOf(status, error, facts.Vendor);
        var details = facts.Details with
        {
            RequestId = facts.Details.RequestId ?? error?.RequestId,
            StatusCode = status ?? error?.Status ?? facts.Details.StatusCode,
            ProviderCode = Word(error) is { } word ? VendorText.Clean(word, facts.ApiKey) : null,
            RetryAfter = meaning is LLMErrorMeaning.RateLimit or LLMErrorMeaning.Server
                ? RetryHint.Read(headers, meaning == LLMErrorMeaning.RateLimit ? facts.Details.RateLimits : null, error, facts.Now)
                : null,
            RateLimitExcess = meaning is LLMErrorMeaning.RateLimit or LLMErrorMeaning.ContextLength
                ? ExcessText.Read(error, facts.Vendor.RateLimits)
                : null,
            ShouldRetry = RetryHint.ShouldRetry(headers) is { } said && (!said || MayHelp(meaning, error)) ? said : null,
        };
        return Create(meaning, Message(meaning, error, status, facts), error, details, facts);
    }

    // A vendor's word that a retry is welcome is taken, but not where it cannot be: money does not come back by asking, and what the model wrote
    // is mended or asked for by the layer that knows what was wanted.
    private static bool MayHelp(LLMErrorMeaning meaning, WireError? error) =>
        meaning != LLMErrorMeaning.Quota && !(meaning == LLMErrorMeaning.InvalidResponse && error?.FailedGeneration is not null);

    private static LLMServiceException Create(
        LLMErrorMeaning meaning, string message, WireError? error, LLMErrorDetails details, ErrorFacts facts) => meaning switch
        {
            LLMErrorMeaning.RateLimit => new LLMRateLimitException(message, details),
            LLMErrorMeaning.Quota => new LLMQuotaException(message, details),
            LLMErrorMeaning.Authentication => new LLMAuthenticationException(message, details),
            LLMErrorMeaning.Permission => new LLMPermissionException(message, details),
            LLMErrorMeaning.ModelNotFound => new LLMModelNotFoundException(message, details)
            {
                IsRetired = facts.CatalogueEntry?.IsRetiredOn(DateOnly.FromDateTime(facts.Now.UtcDateTime)) == true || error?.Code is "model_decommissioned",
                Replacement = facts.CatalogueEntry?.Retirement?.Replacement,
            },
            LLMErrorMeaning.ContextLength => new LLMContextLengthException(message, details),
            LLMErrorMeaning.ContentPolicy => new LLMContentPolicyException(message, details),
            LLMErrorMeaning.InvalidResponse => new LLMInvalidResponseException(message, details) { FailedGeneration = error?.FailedGeneration },
            LLMErrorMeaning.Server => new LLMServerException(message, details),
            _ => new LLMInvalidRequestException(message, details),
        };

    // vLLM and Google repeat the status as the code; their type says more.
    private static string? Word(WireError? error) =>
        error?.Code is { } code && !code.AsSpan().ContainsAnyExceptInRange('0', '9') ? error.Type ?? code : error?.Code ?? error?.Type;

    private static string Message(LLMErrorMeaning meaning, WireError? error, int? status, ErrorFacts facts)
    {
        var model = facts.Details.Model is { } id ? $" for the model '{id}'" : string.Empty;
        var where = status is { } code ? string.Create(CultureInfo.InvariantCulture, $"HTTP {code}") : "an error in its answer";
        var word = Word(error) is { } name ? $" ({VendorText.Clean(name, facts.ApiKey)})" : string.Empty;
        var said = error?.Message is { Length: > 0 } text ? $": {VendorText.Clean(text, facts.ApiKey).TrimEnd('.', ' ')}." : ".";
        return $"{facts.Instance} answered{model} with {where}{word}{said}{Cure(meaning, status, facts)}";
    }

    private static string Cure(LLMErrorMeaning meaning, int? status, ErrorFacts facts) => meaning switch
    {
        _ when status is >= 300 and < 400 => " Redirects are not followed: set BaseUrl to the address that the server redirects to.",
        LLMErrorMeaning.Authentication when facts.Vendor.ApiKeyVariable is { } variable => $" Check the key in {variable} or the option ApiKey.",
        LLMErrorMeaning.Authentication => " Check the option ApiKey.",
        LLMErrorMeaning.Quota => " Waiting does not help: add credit or raise the limit of the account.",
        LLMErrorMeaning.ModelNotFound when facts.CatalogueEntry?.Retirement?.Replacement is { } next => $" Use '{next}' instead.",
        LLMErrorMeaning.ModelNotFound => " Choose one of GetAvailableModelsAsync().",
        LLMErrorMeaning.ContextLength => " Shorten the prompt, lower MaxTokens or take a model with a larger limit.",
        LLMErrorMeaning.InvalidRequest when status == 404 => " Check BaseUrl: it must end with the version, such as /v1.",
        _ => string.Empty,
    };
}
