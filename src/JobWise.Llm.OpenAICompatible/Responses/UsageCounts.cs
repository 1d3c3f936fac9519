using System.Runtime.InteropServices;

namespace JobWise.Llm.Wire;

/// <summary>Token counts while they are being read.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UsageCounts
{
    public int? Prompt;
    public int? Completion;
    public int? Total;
    public int? Cached;
    public int? CacheWrite;
    public int? Reasoning;
    public TimeSpan? QueueTime;
    public TimeSpan? PromptTime;
    public TimeSpan? CompletionTime;

    public readonly LLMUsage? ToUsage() => Prompt is null && Completion is null && Total is null
        ? null
        : new LLMUsage
        {
            PromptTokens = Prompt,
            CompletionTokens = Completion,
            TotalTokens = Total ?? Sum(Prompt, Completion),
            CachedTokens = Cached,
            CacheWriteTokens = CacheWrite,
            ReasoningTokens = Reasoning,
            QueueTime = QueueTime,
            PromptTime = PromptTime,
            CompletionTime = CompletionTime,
        };

    private static int? Sum(int? left, int? right) =>
        (long?)left + right is { } sum and <= int.MaxValue ? (int)sum : null;
}
