namespace JobWise.Llm.Pipeline;

/// <summary>How much time a call has left, of its scope's and of its own where that ends earlier.</summary>
internal static class CallTime
{
    /// <summary>Zero or less when the call should have ended; the longest time there is for a call without a deadline.</summary>
    public static TimeSpan RemainingOf(LLMCallOptions call, LLMCallScope? scope)
    {
        var elapsed = scope?.Elapsed ?? TimeSpan.Zero;
        var left = scope?.Timeout is { } total ? total - elapsed : TimeSpan.MaxValue;
        return call.Timeout is { } own && own != Timeout.InfiniteTimeSpan && own - elapsed < left ? own - elapsed : left;
    }
}
