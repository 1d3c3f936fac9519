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

    public IReadOnlyList<LLMResponse> Rejected => response is null ? [] : [response];

    /// <summary>What the ask cost, whether the provider or the reader refused the answer.</summary>
    public LLMUsage? Usage => response?.Usage ?? refusal?.Usage;

    public LLMResponse<T> ToResponse(IReadOnlyList<LLMResponse> rejected) => new()
    {
        Value = answer.Value!,
        Response = response ?? FromRefusal(),
        Repairs = rejected.Count == 0 ? answer.Repairs : [.. answer.Repairs, "reasked"],
        Rejected = rejected,
    };

    /// <param name="spentBefore">The tokens of an earlier ask, which were spent for nothing too.</param>
    /// <param name="notAskedAgain">Why there was no second ask, where there should have been one.</param>
    public LLMServiceException ToException(LLMUsage? spentBefore = null, LLMServiceException? notAskedAgain = null)
    {
        var details = DetailsOfFailure() with { Usage = UsageTotal.Of(spentBefore, Usage) };
        return answer.Error is { } error
            ? new LLMInvalidResponseException(
                $"The answer is no JSON of the type {typeof(T).Name}: {error} The text ({text.Length} characters) is in PartialText.", details, notAskedAgain ?? refusal)
            : new LLMValidationException(
                $"The answer breaks {errors.Count} rule(s) of {typeof(T).Name}; the first: {errors[0]} All are in Errors.", errors, details);
    }

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
                Message = "The provider refused the model's JSON as invalid; it was mended here instead of being asked for again.",
            },
        ],
    };
}
