namespace JobWise.Llm.Pipeline;

/// <summary>Tells which failed calls have cost nothing.</summary>
internal static class RefusedCall
{
    /// <summary>Whether the provider refused the request before working on it, or never got it.</summary>
    public static bool Is(LLMServiceException error) => error switch
    {
        LLMRateLimitException or LLMQuotaException or LLMContextLengthException or LLMAuthenticationException or LLMPermissionException
            or LLMModelNotFoundException or LLMInvalidRequestException or LLMCircuitOpenException => error.Usage is null,
        LLMTimeoutException { Phase: LLMTimeoutPhase.Connect } => true,
        LLMConnectionException { StatusCode: null } => NeverConnected(error.InnerException),
        _ => false,
    };

    // A connection that broke after the request was sent is no refusal: the provider may have worked on it.
    private static bool NeverConnected(Exception? cause) => cause switch
    {
        null => true,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        _ => false,
    };
}
