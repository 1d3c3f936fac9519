namespace JobWise.Llm;

/// <summary>What one ask brought: a usable value, or the errors that the next ask repeats.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
internal sealed class JsonAttempt<T>(
    JsonAnswer<T> answer,
    LLMResponse? response,
    string text,
    LLMServiceException? refusal,
    IReadOnlyList<string> errors)
{
    public bool IsUsable => errors.Count == 0;

    public string Text => text;

    public IReadOnlyList<string> Errors => errors;

    /// <summary>The answer as a response, also where the provider threw it at us.</summary>
    public LLMResponse Response => response ?? FromRefusal();

    /// <summary>What the ask cost, whether the provider or the reader refused the answer.</summary>
    public LLMUsage? Usage => response?.Usage ?? refusal?.Usage;

    public LLMResponse<T> ToResponse(IReadOnlyList<LLMResponse> rejected) => new()
    {
        Value = answer.Value!,
        Response = Response,
        Repairs = [.. Noted(JsonRepairs.FailedGeneration, refusal is not null), .. answer.Repairs, .. Noted(JsonRepairs.ReAsked, rejected.Count > 0)],
        Rejected = rejected,
    };

    /// <param name="spent">The tokens of all asks so far.</param>
    /// <param name="notAskedAgain">Why there was no second ask, where there should have been one.</param>
    /// <param name="cause">What held the second ask back.</param>
    public LLMServiceException ToException(LLMUsage? spent, string? notAskedAgain = null, LLMServiceException? cause = null)
    {
        var details = DetailsOfFailure() with { Usage = spent };
        var ending = notAskedAgain is null ? string.Empty : $" {notAskedAgain}";
        return answer switch
        {
            { IsCut: true } => new LLMTruncatedResponseException(
                $"The JSON answer ends before its last bracket, though it was not reported as cut (finish reason '{Response.FinishReason}'). "
                    + $"Raise MaxTokens, or ask for less. The text ({text.Length} characters) is in PartialText.",
                details,
                refusal),
            { Error: { } error } => new LLMInvalidResponseException(
                $"The answer is no JSON of the type {typeof(T).Name}: {error} The text ({text.Length} characters) is in PartialText.{ending}",
                details,
                cause ?? refusal),
            _ => new LLMValidationException(
                $"The answer breaks {errors.Count} rule(s) of {typeof(T).Name}; the first: {errors[0]} All are in Errors.{ending}", errors, details),
        };
    }

    private static string[] Noted(string repair, bool isMade) => isMade ? [repair] : [];

    private LLMErrorDetails DetailsOfFailure() => refusal?.Details is { } known
        ? known with { PartialText = text }
        : new LLMErrorDetails
        {
            Provider = response?.Provider,
            Model = response?.Model,
            RequestId = response?.RequestId,
            RateLimits = response?.RateLimits,
            PartialText = text,
        };

    private LLMResponse FromRefusal() => new()
    {
        Message = LLMMessage.Assistant(text),
        Provider = refusal?.Provider ?? "unknown",
        Model = refusal?.Model ?? "unknown",
        FinishReason = LLMFinishReason.Stop,
        Usage = refusal?.Usage,
        RequestId = refusal?.RequestId,
        RateLimits = refusal?.RateLimits,
        Warnings =
        [
            new LLMWarning
            {
                Code = "failed_generation_used",
                Message = "The provider refused the model's JSON as invalid; what it wrote was read here instead.",
            },
        ],
    };
}
