namespace JobWise.Llm;

/// <summary>The prices of requests with a long prompt; they hold for the whole request, not only for what is above.</summary>
public sealed record LLMPriceSizeTier
{
    /// <summary>The prices hold for prompts of more tokens than this, cached ones included.</summary>
    public required int PromptAbove { get; init; }

    /// <summary>The prices of the whole request.</summary>
    public required LLMTokenRates Rates { get; init; }
}
