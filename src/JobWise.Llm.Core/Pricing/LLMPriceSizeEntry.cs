namespace JobWise.Llm;

/// <summary>The prices of requests with a long prompt, as data; they hold for the whole request.</summary>
public sealed class LLMPriceSizeEntry : LLMRateEntry
{
    /// <summary>The prices hold for prompts of more tokens than this, cached ones included.</summary>
    public int PromptAbove { get; set; }
}
