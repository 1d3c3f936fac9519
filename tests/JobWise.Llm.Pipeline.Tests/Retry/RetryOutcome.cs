namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>How one send ends, and after how long.</summary>
internal sealed record RetryOutcome(RetryOutcomeKind Kind, TimeSpan After, TimeSpan? MaybeHint)
{
    /// <summary>When the provider says to come back; one that says nothing gives no hint.</summary>
    public TimeSpan? Hint => Kind == RetryOutcomeKind.Hang ? null : MaybeHint;

    public bool IsPermanent => Kind is RetryOutcomeKind.WrongKey or RetryOutcomeKind.InvalidRequest or RetryOutcomeKind.Blocked or RetryOutcomeKind.NoQuota;

    public bool IsUnreadable => Kind is RetryOutcomeKind.Unreadable or RetryOutcomeKind.Interrupted;

    public Exception ToError()
    {
        var details = new LLMErrorDetails { Provider = "fake", RetryAfter = Hint };
        return Kind switch
        {
            RetryOutcomeKind.Connection => new LLMConnectionException("No connection.", details),
            RetryOutcomeKind.RateLimit => new LLMRateLimitException("Too many.", details with { StatusCode = 429 }),
            RetryOutcomeKind.Interrupted => new LLMStreamInterruptedException("Broken off.", details with { ShouldRetry = true }),
            RetryOutcomeKind.BreaksLater => new LLMStreamInterruptedException("Broken off.", details),
            RetryOutcomeKind.Unreadable => new LLMInvalidResponseException("Unreadable.", details with { ShouldRetry = true }),
            RetryOutcomeKind.WrongKey => new LLMAuthenticationException("Wrong key.", details with { StatusCode = 401 }),
            RetryOutcomeKind.InvalidRequest => new LLMInvalidRequestException("Invalid.", details with { StatusCode = 400 }),
            RetryOutcomeKind.Blocked => new LLMContentPolicyException("Blocked.", details),
            RetryOutcomeKind.NoQuota => new LLMQuotaException("No money.", details with { StatusCode = 402 }),
            _ => new LLMServerException("Failed.", details with { StatusCode = 503 }),
        };
    }
}
