namespace JobWise.Llm;

/// <summary>What became of one candidate of a route.</summary>
public enum LLMRouteOutcome
{
    /// <summary>Another lane answered before it was its turn.</summary>
    NotNeeded = 0,

    /// <summary>It answered.</summary>
    Answered = 1,

    /// <summary>It was sent the request and failed.</summary>
    Failed = 2,

    /// <summary>It was sent nothing: its circuit was open, its limit would not let the request through in time, or its account had just refused.</summary>
    PassedOver = 3,
}
