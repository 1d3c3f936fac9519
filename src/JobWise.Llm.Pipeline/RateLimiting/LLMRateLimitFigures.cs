namespace JobWise.Llm;

/// <summary>Limits of one model at one account. Null takes what the provider's answers say, else what is known of the plan.</summary>
public abstract class LLMRateLimitFigures
{
    private protected LLMRateLimitFigures()
    {
    }

    /// <summary>The most requests in a minute.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>The most requests in a day.</summary>
    public int? RequestsPerDay { get; set; }

    /// <summary>The most tokens in a minute, prompt and output together.</summary>
    public long? TokensPerMinute { get; set; }

    /// <summary>The most tokens in a day, prompt and output together.</summary>
    public long? TokensPerDay { get; set; }

    /// <summary>The most input tokens in a minute, where the provider counts them apart.</summary>
    public long? InputTokensPerMinute { get; set; }

    /// <summary>The most output tokens in a minute, where the provider counts them apart.</summary>
    public long? OutputTokensPerMinute { get; set; }
}
