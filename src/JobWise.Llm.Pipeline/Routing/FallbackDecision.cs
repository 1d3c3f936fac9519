namespace JobWise.Llm.Pipeline;

/// <summary>Whether another lane may do better after an error, by its class.</summary>
internal static class FallbackDecision
{
    /// <summary>False for what the caller or a rule of the application has wrong: every lane would refuse it, or worse, one would not.</summary>
    public static bool MayFallBack(LLMServiceException error) => IsOfTheAccount(error) || error
        is LLMServerException
        or LLMConnectionException
        or LLMTimeoutException { Phase: not LLMTimeoutPhase.Total }
        or LLMStreamInterruptedException
        or LLMInvalidResponseException
        or LLMRateLimitException
        or LLMCircuitOpenException
        or LLMContextLengthException; // Another model may have a larger window, another account a larger limit.

    /// <summary>Whether the lane would refuse every other call as well until somebody changes its account.</summary>
    public static bool IsOfTheAccount(LLMServiceException error) =>
        error is LLMAuthenticationException or LLMPermissionException or LLMQuotaException or LLMModelNotFoundException;
}
