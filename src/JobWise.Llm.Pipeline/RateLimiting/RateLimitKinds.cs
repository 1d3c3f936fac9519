namespace JobWise.Llm.Pipeline;

/// <summary>What is the same for all limits of a kind.</summary>
internal static class RateLimitKinds
{
    public const int Count = 6;

    public static TimeSpan WindowOf(LLMRateLimitKind kind) => TimeSpan.FromTicks(TicksOf(kind));

    public static long TicksOf(LLMRateLimitKind kind) =>
        kind is LLMRateLimitKind.RequestsPerDay or LLMRateLimitKind.TokensPerDay ? TimeSpan.TicksPerDay : TimeSpan.TicksPerMinute;

    public static bool IsRequests(LLMRateLimitKind kind) => kind is LLMRateLimitKind.RequestsPerMinute or LLMRateLimitKind.RequestsPerDay;

    /// <summary>For messages, after a number.</summary>
    public static string WordsOf(LLMRateLimitKind kind) => kind switch
    {
        LLMRateLimitKind.RequestsPerMinute => "requests per minute",
        LLMRateLimitKind.RequestsPerDay => "requests per day",
        LLMRateLimitKind.TokensPerMinute => "tokens per minute",
        LLMRateLimitKind.TokensPerDay => "tokens per day",
        LLMRateLimitKind.InputTokensPerMinute => "input tokens per minute",
        _ => "output tokens per minute",
    };
}
