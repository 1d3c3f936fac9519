using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Says why a call is not sent.</summary>
internal static class RateLimitRefusal
{
    /// <summary>The call would have to wait longer than it may.</summary>
    public static LLMRateLimitException TooLong(LimitedLane lane, in RateLimitAsk ask, RateWait wait, TimeSpan longestWait)
    {
        var ticks = TimeSpan.FromTicks(wait.Ticks);
        var what = wait.Bucket is { } bucket
            ? string.Create(CultureInfo.InvariantCulture, $"The limit of {bucket.Limit:N0} {RateLimitKinds.WordsOf(wait.Kind)} of {lane} has no room for this call{Size(ask, wait.Kind)}")
            : $"{lane} was closed by its provider";
        return new LLMRateLimitException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} before {ticks.TotalSeconds:0.###} s have passed, the calls ahead of it included, and it may wait {Math.Max(0, longestWait.TotalSeconds):0.###} s. ")
            + $"Send it later, give it more time, let another lane serve it, or set {Key(lane)} if the account has more.",
            Details(lane) with { RetryAfter = ticks });
    }

    /// <summary>The call is larger than the limit.</summary>
    public static LLMContextLengthException TooLarge(LimitedLane lane, in RateLimitAsk ask, RateWait wait)
    {
        var amount = ask.AmountOf(wait.Kind);
        return new LLMContextLengthException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"This call needs {amount:N0} {What(wait.Kind)} (about {ask.PromptTokens:N0} of prompt and up to {ask.OutputTokens:N0} of output), ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{amount - wait.Bucket!.Limit:N0} more than the limit of {wait.Bucket.Limit:N0} {RateLimitKinds.WordsOf(wait.Kind)} of {lane} ever lets through. ")
            + "Shorten the prompt, lower MaxTokens, set JobWise:Llm:RateLimiting:FitOutput, let another lane serve it, "
            + $"or set {Key(lane)} if the account has more.",
            Details(lane));
    }

    private static string Size(in RateLimitAsk ask, LLMRateLimitKind kind) => RateLimitKinds.IsRequests(kind)
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" of {ask.AmountOf(kind):N0} {What(kind)}");

    private static string What(LLMRateLimitKind kind) => kind switch
    {
        LLMRateLimitKind.InputTokensPerMinute => "input tokens",
        LLMRateLimitKind.OutputTokensPerMinute => "output tokens",
        _ => "tokens",
    };

    private static string Key(LimitedLane lane) => $"{PipelineSection.Path}:Providers:{lane.Instance}:Plan or :RateLimits";

    private static LLMErrorDetails Details(LimitedLane lane) =>
        new() { Provider = lane.Provider, Model = lane.Model.Length == 0 ? null : lane.Model };
}
