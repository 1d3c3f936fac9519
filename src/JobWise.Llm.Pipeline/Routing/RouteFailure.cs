using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>What a call gets that no lane served.</summary>
internal static class RouteFailure
{
    /// <summary>The error of the only lane that was tried as it is; of several, one exception that keeps each.</summary>
    public static LLMServiceException Explain(LaneCall call) => call.Tries is [var only] ? only.Error : new LLMAllProvidersFailedException(
        Describe(call), [.. call.Tries.Select(tried => tried.Error)], new LLMErrorDetails { RetryAfter = Earliest(call) })
    { Sends = call.Scope.Sends };

    private static string Describe(LaneCall call)
    {
        var lanes = string.Join("; ", call.Tries.Select(Describe));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"None of {call.Tries.Count} lanes could serve the call, after {call.Scope.Sends} sends: {lanes}. Failures holds each error with its cure.");
    }

    private static string Describe(LaneTry tried)
    {
        var error = tried.Error;
        var status = error.StatusCode is { } code ? string.Create(CultureInfo.InvariantCulture, $" ({code})") : "";
        var wait = error.RetryAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $", ready in {after.TotalSeconds:0.###} s") : "";
        return $"{tried.Lane.Name}: {error.GetType().Name}{status}{wait}";
    }

    private static TimeSpan? Earliest(LaneCall call) => call.Tries.Min(tried => tried.Error.RetryAfter);
}
