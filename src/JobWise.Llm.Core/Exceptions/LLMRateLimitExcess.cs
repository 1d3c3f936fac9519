namespace JobWise.Llm;

/// <summary>Which limit a refused request would have passed, as the provider wrote it into the error. Null means that it did not say.</summary>
public sealed record LLMRateLimitExcess
{
    /// <summary>The limit that was in the way. For some kinds this is the only place where a provider names it: no header does.</summary>
    public required LLMRateLimitKind Kind { get; init; }

    /// <summary>The most in the window.</summary>
    public long? Limit { get; init; }

    /// <summary>What was in use when the request came.</summary>
    public long? Used { get; init; }

    /// <summary>What the request asked for: of tokens, the prompt and the output cap together. Above <see cref="Limit"/> no wait helps.</summary>
    public long? Requested { get; init; }

    /// <summary>The time over which <see cref="Kind"/> counts.</summary>
    public TimeSpan Window => Kind is LLMRateLimitKind.RequestsPerDay or LLMRateLimitKind.TokensPerDay ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1);
}
