namespace JobWise.Llm;

/// <summary>What a price field of LiteLLM's file is the price of.</summary>
internal enum LiteLLMRate
{
    Input,
    Output,
    Reasoning,
    CachedInput,
    CacheWrite,
    CacheWriteHour,
}
