using System.Runtime.InteropServices;

namespace JobWise.Llm.Wire;

/// <summary>Token counts as they stand on the wire, where the cached part of the input is not in the input.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UsageCounts
{
    public int? Input;
    public int? Output;
    public int? CacheRead;
    public int? CacheWrite;

    /// <summary>The part of the former that is kept for an hour.</summary>
    public int? CacheWriteHour;
    public int? Thinking;

    /// <summary>Takes what a later piece says; the counts of a stream are totals, so that the last known one holds.</summary>
    public void Take(UsageCounts later)
    {
        Input = later.Input ?? Input;
        Output = later.Output ?? Output;
        CacheRead = later.CacheRead ?? CacheRead;
        CacheWrite = later.CacheWrite ?? CacheWrite;
        CacheWriteHour = later.CacheWriteHour ?? CacheWriteHour;
        Thinking = later.Thinking ?? Thinking;
    }

    /// <summary>The counts as everyone here counts; null when nothing was counted.</summary>
    public readonly LLMUsage? ToUsage()
    {
        if (Input is null && Output is null)
        {
            return null;
        }

        var prompt = Sum(Sum(Input, CacheRead ?? 0), CacheWrite ?? 0);
        var usage = new LLMUsage
        {
            PromptTokens = prompt,
            CompletionTokens = Output,
            TotalTokens = Sum(prompt, Output),
            CachedTokens = CacheRead,
            CacheWriteTokens = CacheWrite,
            ReasoningTokens = Thinking,
        };
        return CacheWriteHour is > 0 and var hour && hour <= CacheWrite
            ? usage with { CacheWriteTokensByKind = new Dictionary<string, int>(StringComparer.Ordinal) { ["1h"] = hour } }
            : usage;
    }

    private static int? Sum(int? left, int? right) => (long?)left + right is { } sum and <= int.MaxValue ? (int)sum : null;
}
