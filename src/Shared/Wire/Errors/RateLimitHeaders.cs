namespace JobWise.Llm.Wire;

/// <summary>How a vendor tells its limits. The windows are not in the headers: the vendor's documents say them.</summary>
internal sealed record RateLimitHeaders
{
    public required RateLimitHeader Requests { get; init; }

    public required RateLimitHeader Tokens { get; init; }

    /// <summary>Null where input and output are not told apart.</summary>
    public RateLimitHeader? InputTokens { get; init; }

    /// <summary>Null where input and output are not told apart.</summary>
    public RateLimitHeader? OutputTokens { get; init; }

    public TimeSpan? RequestWindow { get; init; }

    public TimeSpan? TokenWindow { get; init; }
}
