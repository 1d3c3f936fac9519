namespace JobWise.Llm;

/// <summary>Finds out that an answer cannot be whole JSON: from the finish reason before anyone tries to read it, then from its end.</summary>
internal static class JsonAnswerGuard
{
    public static bool IsUsable(LLMResponse response) =>
        response.FinishReason != LLMFinishReason.Length && response.FinishReason != LLMFinishReason.ContentFilter;

    /// <summary>Null for an answer that can be read.</summary>
    public static LLMServiceException? Refuse(LLMResponse response, LLMUsage? spent)
    {
        if (response.FinishReason == LLMFinishReason.Length)
        {
            return new LLMTruncatedResponseException(
                $"The JSON answer was cut at the output cap after {response.Usage?.CompletionTokens ?? 0} tokens. Raise MaxTokens, or ask for less.",
                DetailsOf(response) with { Usage = spent });
        }

        if (response.FinishReason == LLMFinishReason.ContentFilter)
        {
            return new LLMContentPolicyException(
                "The model refused, or the provider withheld the answer. Change the request; asking again will not help.",
                DetailsOf(response) with { Usage = spent });
        }

        return null;
    }

    private static LLMErrorDetails DetailsOf(LLMResponse response) => new()
    {
        Provider = response.Provider,
        Model = response.Model,
        RequestId = response.RequestId,
        RateLimits = response.RateLimits,
        PartialText = response.Text,
    };
}
