namespace JobWise.Llm.Pipeline;

/// <summary>One call on one lane while it is being tried: what was asked, under which settings, and how it went so far.</summary>
internal sealed class LaneCall(LLMRequest request, bool isStream, string instance, PipelineSettings settings, TimeProvider timeProvider)
{
    public LLMRequest Request => request;

    public bool IsStream => isStream;

    public string Instance => instance;

    public PipelineSettings Settings => settings;

    public LLMCallScope Scope { get; } = request.Call.Scope ?? new LLMCallScope(timeProvider);

    public int MaxAttempts { get; } = settings.MaxAttempts(instance);

    public int MostSends { get; } = request.Call.MostSends ?? settings.Options.MostSends;

    /// <summary>How many requests this lane has sent for the call.</summary>
    public int Attempts { get; set; }

    /// <summary>The last failure; a later one replaces it.</summary>
    public LLMServiceException? LastError { get; set; }

    /// <summary>The wait that was decided on for the next attempt.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>The time left until the total deadline.</summary>
    public TimeSpan Remaining => request.Call.Timeout is { } total ? total - Scope.Elapsed : TimeSpan.MaxValue;

    /// <summary>Puts the number of sends on an error that leaves the lane.</summary>
    public void NoteSends(LLMServiceException error) => error.Sends = Scope.Sends;

    /// <summary>What a call gets that comes back, as with a JSON re-ask, when all its sends are spent.</summary>
    public LLMServiceException RefuseFurtherSend() => new(
        $"The call has sent {Scope.Sends} of at most {MostSends} requests. Raise LLMCallOptions.MostSends or {PipelineSection.Path}:MostSends if it needs more.",
        new LLMErrorDetails { Model = request.Model });
}
