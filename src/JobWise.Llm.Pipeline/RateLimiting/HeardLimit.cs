using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What an answer says about one limit.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeardLimit(LLMRateLimitKind Kind, long? Limit, long? Remaining, TimeSpan? ResetAfter)
{
    /// <summary>What the headers of an answer say. A figure without a window is taken as per minute, as most vendors count.</summary>
    public static (HeardLimit Requests, HeardLimit Tokens, HeardLimit Input, HeardLimit Output) Read(LLMRateLimitSnapshot headers)
    {
        var day = TimeSpan.FromDays(1);
        var requests = headers.RequestWindow == day ? LLMRateLimitKind.RequestsPerDay : LLMRateLimitKind.RequestsPerMinute;
        var tokens = headers.TokenWindow == day ? LLMRateLimitKind.TokensPerDay : LLMRateLimitKind.TokensPerMinute;

        // Where input and output are told apart, the common figure repeats the nearer of the two: it is no limit of its own.
        var isCommon = headers.InputTokenLimit is null && headers.OutputTokenLimit is null;
        return (
            new(requests, headers.RequestLimit, headers.RequestsRemaining, headers.RequestsResetAfter),
            new(tokens, isCommon ? headers.TokenLimit : null, isCommon ? headers.TokensRemaining : null, headers.TokensResetAfter),
            new(LLMRateLimitKind.InputTokensPerMinute, headers.InputTokenLimit, headers.InputTokensRemaining, headers.InputTokensResetAfter),
            new(LLMRateLimitKind.OutputTokensPerMinute, headers.OutputTokenLimit, headers.OutputTokensRemaining, headers.OutputTokensResetAfter));
    }

    /// <summary>
    /// What is in use of a limit; null where it is not said. Where the answer does not say the limit itself, ours is only presumed: then the time
    /// after which the provider's count is full again bounds what can be in use.
    /// </summary>
    public long? UsedOf(long presumed)
    {
        if (Remaining is not { } remaining)
        {
            return null;
        }

        var used = Math.Max(0, (Limit ?? presumed) - remaining);
        return Limit is null && ResetAfter is { } reset
            ? Math.Min(used, (long)Math.Ceiling(reset.Ticks / (double)RateLimitKinds.TicksOf(Kind) * presumed))
            : used;
    }
}
