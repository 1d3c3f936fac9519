using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What one request would take from the limits: itself, its prompt and the most it may write.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimitAsk
{
    public int PromptTokens { get; init; }

    public int OutputTokens { get; init; }

    /// <summary>A higher one leaves the queue first.</summary>
    public int Priority { get; init; }

    public long Tokens => (long)PromptTokens + OutputTokens;

    /// <summary>How much of a limit the request takes.</summary>
    public long AmountOf(LLMRateLimitKind kind) => kind switch
    {
        LLMRateLimitKind.TokensPerMinute or LLMRateLimitKind.TokensPerDay => Tokens,
        LLMRateLimitKind.InputTokensPerMinute => PromptTokens,
        LLMRateLimitKind.OutputTokensPerMinute => OutputTokens,
        _ => 1,
    };
}
