namespace JobWise.Llm;

/// <summary>What belongs to the call.</summary>
internal static class CallRules
{
    public static string? FindProblem(LLMCallOptions call) => FindProblemOfTimeout(call.Timeout) ?? call switch
    {
        { MostSends: < 1 and var sends } => $"LLMCallOptions.MostSends is {sends}. Set it to 1 or more, or leave it out.",
        { MostTokens: < 1 and var tokens } => $"LLMCallOptions.MostTokens is {tokens}. Set it to 1 or more, or leave it out.",
        _ => null,
    };

    /// <summary>Also asked by the pipeline, where the time begins to run.</summary>
    public static string? FindProblemOfTimeout(TimeSpan? timeout) => timeout is { } own && own <= TimeSpan.Zero && own != Timeout.InfiniteTimeSpan
        ? $"LLMCallOptions.Timeout is {own:c}. Set it above zero, to Timeout.InfiniteTimeSpan for no limit, or leave it out."
        : null;
}
