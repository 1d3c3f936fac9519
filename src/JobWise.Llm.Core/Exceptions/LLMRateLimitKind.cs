namespace JobWise.Llm;

/// <summary>What a limit counts, and over which time.</summary>
public enum LLMRateLimitKind
{
    /// <summary>Requests in a minute.</summary>
    RequestsPerMinute = 0,

    /// <summary>Requests in a day.</summary>
    RequestsPerDay = 1,

    /// <summary>Input and output tokens together in a minute.</summary>
    TokensPerMinute = 2,

    /// <summary>Input and output tokens together in a day.</summary>
    TokensPerDay = 3,

    /// <summary>Input tokens in a minute, where the provider counts them apart.</summary>
    InputTokensPerMinute = 4,

    /// <summary>Output tokens in a minute, where the provider counts them apart.</summary>
    OutputTokensPerMinute = 5,
}
