namespace JobWise.Llm;

/// <summary>Finds out from the finish reason that an answer cannot be whole JSON, before anyone tries to read it.</summary>
internal static class JsonAnswerGuard
{
    public static void ThrowIfUnusable(LLMResponse response)
    {
        if (response.FinishReason == LLMFinishReason.Length)
        {
            throw new LLMTruncatedResponseException(
                $"The JSON answer was cut at the output cap after {response.Usage?.CompletionTokens ?? 0} tokens. Raise MaxTokens, or ask for less.",
                DetailsOf(response));
        }

        if (response.FinishReason == LLMFinishReason.ContentFilter)
        {
            throw new LLMContentPolicyException(
                "The model refused, or the provider withheld the answer. Change the request; asking again will not help.", DetailsOf(response));
        }
    }

    private static LLMErrorDetails DetailsOf(LLMResponse response) => new()
    {
        Provider = response.Provider,
        Model = response.Model,
        RequestId = response.RequestId,
        Usage = response.Usage,
        RateLimits = response.RateLimits,
        PartialText = response.Text,
    };
}
