namespace JobWise.Llm.Pipeline;

/// <summary>By whose time a call is judged that several callers wait for.</summary>
internal interface ICallClock
{
    /// <summary>How long that caller has been waiting.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>The time left until that caller's call must have ended.</summary>
    TimeSpan Remaining { get; }
}
