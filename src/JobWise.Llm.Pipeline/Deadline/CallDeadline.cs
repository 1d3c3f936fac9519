using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>When a call must have ended, and which option says so.</summary>
/// <param name="Total">The time allowed from the start of the call's scope.</param>
/// <param name="Source">The option that sets it, for the message.</param>
internal readonly record struct CallDeadline(TimeSpan Total, string Source)
{
    /// <summary>The longest time that a timer takes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Whether the call may take for ever.</summary>
    public bool IsEndless => Total == TimeSpan.MaxValue;

    /// <summary>The earliest of the call's timeout (else the configured one), its fixed deadline, and the deadline that its scope already has.</summary>
    public static CallDeadline Of(LLMCallOptions call, LLMCallScope scope, TimeSpan configured, TimeProvider timeProvider)
    {
        var earliest = call.Timeout is { } own
            ? new CallDeadline(own == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : own, "LLMCallOptions.Timeout")
            : new CallDeadline(configured, PipelineSection.Path + ":Timeout");
        if (call.Deadline is { } fixedTime && scope.Elapsed + (fixedTime - timeProvider.GetUtcNow()) is var untilThen && untilThen < earliest.Total)
        {
            earliest = new CallDeadline(untilThen, "LLMCallOptions.Deadline");
        }

        // Last and only if it is really earlier: on the first pass the scope was started with the very time found above.
        return scope.Timeout < earliest.Total ? new CallDeadline(scope.Timeout.Value, "the timeout of LLMCallOptions.Scope") : earliest;
    }

    /// <summary>The time left, not above what a timer takes; zero or less when the call is over.</summary>
    public TimeSpan RemainingOf(LLMCallScope scope)
    {
        var left = Total - scope.Elapsed;
        return left < Longest ? left : Longest;
    }

    public string Explain() => string.Create(
        CultureInfo.InvariantCulture,
        $"The call did not end within {Math.Max(0, Total.TotalSeconds):0.###} s, which {Source} allows, waits and retries included. Allow more time there, or ask for less.");
}
