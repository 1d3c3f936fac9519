namespace JobWise.Llm;

/// <summary>How a recorded call stands.</summary>
public enum MockCallOutcome
{
    /// <summary>Not ended yet.</summary>
    Running = 0,

    /// <summary>Answered to the end.</summary>
    Succeeded = 1,

    /// <summary>Ended with <see cref="MockCall.Error"/>.</summary>
    Failed = 2,

    /// <summary>Cancelled by the caller.</summary>
    Cancelled = 3,

    /// <summary>A stream whose consumer left before the last update.</summary>
    Abandoned = 4,

    /// <summary>A stream that was scripted to end without its last update; see <see cref="MockFault.EndWithoutCompletion"/>.</summary>
    EndedEarly = 5,
}
